package io.virtstack.engine.oracle;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Category;
import io.virtstack.image.Digest;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bytes on disk of one copy of a layer and all that stands on it, with or without sharing. */
final class NaiveDisk {
    private final boolean shared;

    NaiveDisk(boolean shared) {
        this.shared = shared;
    }

    /** All that lies on the disk of one copy of a machine, virtual or not. */
    Tally machine(Place machine) {
        NaiveStore.Named named = new NaiveStore.Named();
        Tally parts = part(machine, named);
        return parts.plus(named.tally());
    }

    /** One copy of a layer on its machine's disk, without what is in named stores. */
    private Tally part(Place place, NaiveStore.Named named) {
        if (place.layer() instanceof Binaries binaries) {
            return copies(place, binaries);
        }
        Tally tally = place.layer() instanceof Demanding<?> layer
                ? Tally.of(
                        Category.of(place.layer().kind()),
                        place.path(),
                        "disk",
                        layer.disk().map(DataSize::bytes))
                : new Tally();
        if (place.layer() instanceof DockerDaemon daemon) {
            return tally.plus(daemon(place, daemon, named));
        }
        if (place.layer() instanceof Hypervisor hypervisor) {
            return tally.plus(hypervisor(place, hypervisor, named));
        }
        if (place.layer() instanceof OperatingSystem) {
            NaiveStore volumes = new NaiveStore();
            volumes.member(place);
            place.children()
                    .filter(child -> child.layer() instanceof Binaries)
                    .flatMap(Place::children)
                    .forEach(application -> putVolumes((Application) application.layer(), volumes));
            tally = tally.plus(shared ? volumes.tally() : new Tally());
        }
        return place.children().reduce(tally, (sum, child) -> sum.plus(part(child, named), count(child)), Tally::plus);
    }

    private Tally copies(Place place, Binaries binaries) {
        Tally tally = new Tally();
        if (binaries.image().isPresent()) {
            for (ImageLayer layer : binaries.image().get().layers()) {
                tally = tally.plus(Tally.of(
                        Category.BINARIES,
                        place.path(),
                        "image layer " + layer.diffId(),
                        size(layer).map(DataSize::bytes)));
            }
        } else {
            tally = Tally.of(
                    Category.BINARIES, place.path(), "disk", binaries.disk().map(DataSize::bytes));
        }
        for (Place application : place.children().toList()) {
            Application layer = (Application) application.layer();
            Tally own = Tally.of(
                            Category.APPLICATION,
                            application.path(),
                            "disk",
                            layer.disk().map(DataSize::bytes))
                    .plus(ownVolumes(application));
            tally = tally.plus(own, count(application));
        }
        return tally;
    }

    private Tally daemon(Place place, DockerDaemon daemon, NaiveStore.Named named) {
        NaiveStore store = daemon.store().map(name -> named.of("daemon", name)).orElseGet(NaiveStore::new);
        store.member(place);
        store.kind(daemon.imageStore());
        Tally tally = new Tally();
        for (Place image : place.children().toList()) {
            List<Layered> chain = chain((Binaries) image.layer());
            List<Place> applications = image.children().toList();
            if (applications.isEmpty()) {
                tally = tally.plus(use(image, chain, daemon, store), count(image));
            }
            for (Place application : applications) {
                Application layer = (Application) application.layer();
                List<Layered> whole = withApplication(chain, layer);
                Tally container = use(application, whole, daemon, store)
                        .plus(Tally.of(
                                Category.APPLICATION,
                                application.path(),
                                "writable bytes",
                                layer.writable().map(DataSize::bytes)))
                        .plus(ownVolumes(application));
                putVolumes(layer, store);
                tally = tally.plus(container, count(image).multiply(count(application)));
            }
        }
        return shared && daemon.store().isEmpty() ? tally.plus(store.tally()) : tally;
    }

    /** Stores an image's layers; without sharing, returns what one user of it takes. */
    private Tally use(Place user, List<Layered> chain, DockerDaemon daemon, NaiveStore store) {
        Tally unshared = new Tally();
        StringBuilder below = new StringBuilder();
        for (Layered layer : chain) {
            below.append(" > ").append(layer.identity());
            unshared = unshared.plus(Tally.of(
                    layer.category(),
                    user.path(),
                    "image layer " + layer.text(),
                    layer.disk().map(DataSize::bytes)));
            if (shared) {
                store.put(
                        "chain" + below,
                        layer.category(),
                        "image layer " + layer.text(),
                        layer.disk(),
                        layer.derived());
            }
            if (daemon.imageStore() == ImageStore.CONTAINERD) {
                unshared = unshared.plus(Tally.of(
                        layer.category(),
                        user.path(),
                        "compressed blob " + layer.blob(),
                        layer.compressed().map(DataSize::bytes)));
                if (shared) {
                    store.put(
                            "blob " + layer.blobIdentity(),
                            layer.category(),
                            "compressed blob " + layer.blob(),
                            layer.compressed());
                }
            }
        }
        return shared ? new Tally() : unshared;
    }

    private Tally hypervisor(Place place, Hypervisor hypervisor, NaiveStore.Named named) {
        NaiveStore store =
                hypervisor.store().map(name -> named.of("hypervisor", name)).orElseGet(NaiveStore::new);
        store.member(place);
        Tally tally = new Tally();
        for (Place guest : place.children().toList()) {
            tally = tally.plus(guestDisks(guest, store), count(guest));
        }
        return shared && hypervisor.store().isEmpty() ? tally.plus(store.tally()) : tally;
    }

    private Tally guestDisks(Place guest, NaiveStore store) {
        Tally contents = machine(guest);
        Tally.exact(contents.sum());
        List<VirtualDisk> disks =
                ((GuestOS) guest.layer()).machine().map(VirtualHardware::disks).orElse(ImmutableList.of());
        if (disks.isEmpty()) {
            return contents;
        }
        Tally tally = systemDisk(guest, disks.get(0), contents);
        for (VirtualDisk data : disks.subList(1, disks.size())) {
            tally = tally.plus(dataDisk(guest, data));
        }
        for (VirtualDisk disk : disks) {
            if (disk instanceof VirtualDisk.LinkedClone clone) {
                String text = "clone base " + clone.base();
                if (shared) {
                    store.put("base " + clone.base(), Category.GUEST_OS, text, clone.baseSize());
                } else {
                    tally = tally.plus(Tally.of(
                            Category.GUEST_OS,
                            guest.path(),
                            text,
                            clone.baseSize().map(DataSize::bytes)));
                }
            }
        }
        return tally;
    }

    private static Tally systemDisk(Place guest, VirtualDisk disk, Tally contents) {
        if (disk instanceof VirtualDisk.LinkedClone clone) {
            Tally tally = new Tally();
            if (clone.delta().isPresent()) {
                tally.add(Category.GUEST_OS, big(clone.delta().get()));
            } else {
                tally.add(Category.GUEST_OS, beyondBase(contents.sum(), clone));
                tally.miss(Category.GUEST_OS, guest.path(), "delta of linked clone");
            }
            return tally;
        }
        boolean thin = disk instanceof VirtualDisk.Thin;
        Optional<DataSize> cost = disk instanceof VirtualDisk.Thin t ? t.actual() : disk.size();
        if (cost.isPresent()) {
            boolean complete = contents.hasNoGaps();
            Tally tally = complete ? contents.plus(new Tally()) : new Tally();
            tally.add(Category.ALLOCATION_SLACK, big(cost.get()).subtract(tally.sum()));
            return tally;
        }
        Tally tally = thin ? contents.plus(new Tally()) : new Tally();
        tally.miss(Category.ALLOCATION_SLACK, guest.path(), thin ? "actual size of virtual disk" : "virtual disk");
        return tally;
    }

    /** Of an unknown base, all may be in it. */
    static BigInteger beyondBase(BigInteger contents, VirtualDisk.LinkedClone clone) {
        return clone.baseSize()
                .map(base -> contents.subtract(big(base)).max(BigInteger.ZERO))
                .orElse(BigInteger.ZERO);
    }

    private static Tally dataDisk(Place guest, VirtualDisk disk) {
        if (disk instanceof VirtualDisk.LinkedClone clone) {
            return Tally.of(
                    Category.GUEST_OS,
                    guest.path(),
                    "delta of linked clone",
                    clone.delta().map(DataSize::bytes));
        }
        if (disk instanceof VirtualDisk.Thin thin) {
            return Tally.of(
                    Category.ALLOCATION_SLACK,
                    guest.path(),
                    "actual size of virtual disk",
                    thin.actual().map(DataSize::bytes));
        }
        return Tally.of(
                Category.ALLOCATION_SLACK,
                guest.path(),
                "virtual disk",
                disk.size().map(DataSize::bytes));
    }

    private void putVolumes(Application application, NaiveStore store) {
        for (Volume volume : application.volumes()) {
            if (shared && volume.shared()) {
                store.put("volume " + volume.name(), Category.APPLICATION, "volume " + volume.name(), volume.size());
            }
        }
    }

    /** The volumes that an application copy has to itself: those that are not shared, and all where nothing is. */
    private Tally ownVolumes(Place application) {
        Tally tally = new Tally();
        Set<String> names = new HashSet<>();
        for (Volume volume : ((Application) application.layer()).volumes()) {
            boolean own = !shared || !volume.shared();
            if (own && names.add(volume.name() + " " + volume.shared())) {
                tally = tally.plus(Tally.of(
                        Category.APPLICATION,
                        application.path(),
                        "volume " + volume.name(),
                        volume.size().map(DataSize::bytes)));
            }
        }
        return tally;
    }

    static List<Layered> chain(Binaries binaries) {
        if (binaries.image().isEmpty()) {
            return List.of(
                    Layered.of("binaries", Category.BINARIES, binaries.name(), binaries.version(), binaries.disk()));
        }
        return binaries.image().get().layers().stream().map(Layered::of).toList();
    }

    /** An application's own disk is the top layer of its image, unless it is known to be nothing. */
    static List<Layered> withApplication(List<Layered> chain, Application application) {
        List<Layered> whole = new ArrayList<>(chain);
        if (!application.disk().equals(Optional.of(DataSize.ZERO))) {
            whole.add(Layered.of(
                    "application",
                    Category.APPLICATION,
                    application.name(),
                    application.version(),
                    application.disk()));
        }
        return whole;
    }

    static Optional<DataSize> size(ImageLayer layer) {
        return layer.storedSize().isPresent() ? layer.storedSize() : layer.contentSize();
    }

    private static BigInteger big(DataSize size) {
        return BigInteger.valueOf(size.bytes());
    }

    private static BigInteger count(Place place) {
        return BigInteger.valueOf(place.count());
    }

    /** A layer in a chain, as text. */
    record Layered(
            String identity,
            String text,
            Category category,
            Optional<DataSize> disk,
            boolean derived,
            String blobIdentity,
            String blob,
            Optional<DataSize> compressed) {
        static Layered of(
                String kind, Category category, String name, Optional<String> version, Optional<DataSize> size) {
            String text = "of " + name + version.map(known -> " " + known).orElse("");
            String identity = kind + " " + name + " " + version + " " + size;
            Optional<DataSize> compressed =
                    size.equals(Optional.of(DataSize.ZERO)) ? Optional.of(DataSize.ZERO) : Optional.empty();
            return new Layered(identity, text, category, size, false, identity, text, compressed);
        }

        static Layered of(ImageLayer layer) {
            String diffId = layer.diffId().toString();
            String blob = layer.blob().map(Digest::toString).orElse(diffId);
            String blobIdentity = layer.blob().isPresent() ? blob : "of " + diffId;
            return new Layered(
                    diffId,
                    diffId,
                    Category.BINARIES,
                    size(layer),
                    layer.storedSize().isEmpty(),
                    blobIdentity,
                    blob,
                    layer.compressedSize());
        }
    }
}
