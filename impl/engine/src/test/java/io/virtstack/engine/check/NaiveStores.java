package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.Standing;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.Rule;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** All stores of a machine with the sizes stated of each key, to find what is stated twice. */
final class NaiveStores {
    /** What identifies a store: those without a name are identified by the layer that has them. */
    private record Key(String kind, ImmutableList<Layer> machine, Object name) {}

    private static final class Contents {
        private final Set<LayerPath> members = new TreeSet<>();
        private final Set<ImageStore> kinds = new TreeSet<>();
        private final Map<String, Set<DataSize>> sizes = new LinkedHashMap<>();
        private final Map<String, Set<DataSize>> blobs = new LinkedHashMap<>();

        private static void put(Map<String, Set<DataSize>> all, String key, Optional<DataSize> size) {
            size.ifPresent(
                    stated -> all.computeIfAbsent(key, fresh -> new TreeSet<>()).add(stated));
        }

        /** Whether blobs are kept is undefined in a store of two kinds. */
        private Set<Rule> broken() {
            Set<Rule> broken = new LinkedHashSet<>();
            if (kinds.size() > 1) {
                broken.add(Rule.ONE_STORE_KIND);
            }
            boolean blobsKept = kinds.equals(Set.of(ImageStore.CONTAINERD));
            if (twoSizes(sizes) || (blobsKept && twoSizes(blobs))) {
                broken.add(Rule.ONE_SIZE);
            }
            return broken;
        }

        private static boolean twoSizes(Map<String, Set<DataSize>> all) {
            return all.values().stream().anyMatch(stated -> stated.size() > 1);
        }
    }

    private final Map<Key, Contents> stores = new LinkedHashMap<>();

    static Set<Finding> findings(Hardware machine) {
        NaiveStores stores = new NaiveStores();
        Standing.all(machine).forEach(stores::add);
        Set<Finding> findings = new LinkedHashSet<>();
        stores.stores.values().forEach(contents -> {
            String place = contents.members.iterator().next().toString();
            contents.broken().forEach(rule -> findings.add(new Finding(place, rule)));
        });
        return findings;
    }

    private void add(Standing standing) {
        if (standing.layer() instanceof DockerDaemon daemon) {
            Contents store = store("images", standing, daemon.store());
            store.kinds.add(daemon.imageStore());
            daemon.runs().elementSet().forEach(image -> addImage(image, store));
        } else if (standing.layer() instanceof Hypervisor hypervisor) {
            Contents store = store("disks", standing, hypervisor.store());
            hypervisor.runs().elementSet().forEach(guest -> addBases(guest, store));
        } else if (standing.layer() instanceof HostOS || standing.layer() instanceof GuestOS) {
            Contents store = store("volumes", standing, Optional.empty());
            standing.layer().runs().elementSet().stream()
                    .filter(Binaries.class::isInstance)
                    .flatMap(binaries -> binaries.runs().elementSet().stream())
                    .forEach(application -> addVolumes((Application) application, store));
        }
    }

    private Contents store(String kind, Standing member, Optional<String> name) {
        Key key = new Key(kind, member.machineAround(), name.isPresent() ? name.get() : member.layers());
        Contents contents = stores.computeIfAbsent(key, fresh -> new Contents());
        contents.members.add(member.path());
        return contents;
    }

    /** A synthetic layer has its size in its identity, so only those of images can contradict one another. */
    private static void addImage(Binaries binaries, Contents store) {
        List<ImageLayer> layers = binaries.image().map(image -> image.layers()).orElse(ImmutableList.of());
        StringBuilder chain = new StringBuilder();
        for (ImageLayer layer : layers) {
            chain.append(layer.diffId()).append(' ');
            boolean reported = layer.storedSize().isPresent();
            Contents.put(
                    store.sizes,
                    chain + (reported ? "as reported" : "as derived"),
                    reported ? layer.storedSize() : layer.contentSize());
            String blob = layer.blob().map(digest -> "blob " + digest).orElse("blob of " + layer.diffId());
            Contents.put(store.blobs, blob, layer.compressedSize());
        }
        binaries.runs().elementSet().forEach(application -> addVolumes(application, store));
    }

    private static void addVolumes(Application application, Contents store) {
        for (Volume volume : application.volumes()) {
            if (volume.shared()) {
                Contents.put(store.sizes, "volume " + volume.name(), volume.size());
            }
        }
    }

    private static void addBases(GuestOS guest, Contents store) {
        for (VirtualDisk disk : guest.machine().map(VirtualHardware::disks).orElse(ImmutableList.of())) {
            if (disk instanceof VirtualDisk.LinkedClone clone) {
                Contents.put(store.sizes, "base " + clone.base(), clone.baseSize());
            }
        }
    }
}
