package io.virtstack.migration;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** What stands in the guests of one host, as images for its daemon. */
final class GuestContents {
    private final ImmutableMap<Userland, DataSize> userlands;
    private final HostOS host;
    private final Hardware machine;
    private final VolumeNames names;
    private final Copies<Binaries> images = new Copies<>();
    private final Consumer<Violation> refusals;

    GuestContents(
            ImmutableMap<Userland, DataSize> userlands,
            HostOS host,
            Hardware machine,
            VolumeNames names,
            Consumer<Violation> refusals) {
        this.userlands = userlands;
        this.host = host;
        this.machine = machine;
        this.names = names;
        this.refusals = refusals;
    }

    DockerDaemon on(DockerDaemon daemon) {
        daemon.runs().forEachEntry(images::add);
        return daemon.withRuns(images.toMultiset());
    }

    /** Depth is bounded by {@link io.virtstack.layer.Layer#MAX_HEIGHT}, so recursion is safe. */
    void take(Hypervisor hypervisor, long copies) {
        take(hypervisor, copies, true);
    }

    private void take(Hypervisor hypervisor, long copies, boolean running) {
        hypervisor
                .runs()
                .forEachEntry((guest, count) ->
                        take(guest, product(copies, count, guest.name()), running && guest.running()));
    }

    private void take(GuestOS guest, long copies, boolean running) {
        refuseForeign(guest);
        MachineVolumes volumes = new MachineVolumes(guest, names);
        if (volumes.stayShared() && mayNameApart(guest, copies)) {
            for (long machine = 0; machine < copies; machine++) {
                volumes.nextMachine();
                take(guest, 1, running, volumes);
            }
        } else {
            take(guest, copies, running, volumes);
        }
        guest.runs().forEachEntry((layer, count) -> {
            if (layer instanceof HostedHypervisor nested) {
                take(nested, product(copies, count, layer.name()), running);
            }
        });
    }

    private void take(GuestOS guest, long copies, boolean running, MachineVolumes volumes) {
        guest.runs().forEachEntry((layer, count) -> {
            if (layer instanceof Binaries binaries) {
                images.add(
                        forKernelOf(guest, onUserland(with(binaries, running, volumes::onSystem), guest)),
                        product(copies, count, layer.name()));
            } else if (layer instanceof DockerDaemon daemon) {
                take(daemon, product(copies, count, layer.name()), running, volumes);
            }
        });
    }

    private void take(DockerDaemon daemon, long copies, boolean running, MachineVolumes volumes) {
        boolean apart = volumes.stayShared(daemon) && mayNameApart(daemon, copies);
        long times = apart ? copies : 1;
        for (long one = 0; one < times; one++) {
            volumes.next(daemon);
            daemon.runs()
                    .forEachEntry((image, count) -> images.add(
                            with(image, running, application -> volumes.onDaemon(daemon, application)),
                            product(apart ? 1 : copies, count, image.name())));
        }
    }

    private boolean mayNameApart(Layer layer, long copies) {
        boolean may = names.reserve(copies);
        if (!may) {
            refusals.accept(
                    new Violation(
                            machine.name() + ", " + layer,
                            Rule.MIGRATION_PLACE,
                            copies + " copies, in each of which applications share a volume",
                            "at most " + VolumeNames.MOST
                                    + " copies are told apart by names: give each application a volume of its own, or split the stack"));
        }
        return may;
    }

    /** What ran on a guest needs a kernel of its family; as an image that does not say so it would need Linux. */
    private static Binaries forKernelOf(GuestOS guest, Binaries binaries) {
        boolean stated = binaries.family().isPresent()
                || binaries.image().flatMap(Image::platform).isPresent();
        if (stated || guest.family().orElse(binaries.kernel()) == binaries.kernel()) {
            return binaries;
        }
        Binaries.Builder image = Binaries.builder(binaries.name()).runsAll(binaries.runs());
        guest.family().ifPresent(image::family);
        binaries.version().ifPresent(image::version);
        binaries.disk().ifPresent(image::disk);
        binaries.image().ifPresent(image::image);
        return image.build();
    }

    private Binaries onUserland(Binaries binaries, GuestOS guest) {
        Optional<Userland> userland = Userland.of(guest).filter(userlands::containsKey);
        if (userland.isEmpty() || binaries.image().isPresent()) {
            return binaries;
        }
        ImageLayer base = layer(
                        "userland",
                        userland.get().distribution(),
                        userland.get().version())
                .contentSize(userlands.getOrDefault(userland.get(), DataSize.ZERO))
                .build();
        ImageLayer.Builder top = layer(
                "binaries",
                binaries.name(),
                binaries.version().orElse(""),
                binaries.disk().toString());
        binaries.disk().ifPresent(top::contentSize);
        return binaries.withDisk(Optional.empty()).withImage(Optional.of(Image.of(base, top.build())));
    }

    private static ImageLayer.Builder layer(String... identity) {
        return ImageLayer.builder(Digest.sha256(String.join("\0", identity)));
    }

    private static Binaries with(Binaries binaries, boolean running, UnaryOperator<Application> volumes) {
        ImmutableMultiset.Builder<Application> applications = ImmutableMultiset.builder();
        binaries.runs().forEachEntry((application, count) -> {
            Application carried = volumes.apply(application);
            applications.addCopies(running ? carried : carried.withRunning(false), count);
        });
        return binaries.withRuns(applications.build());
    }

    private void refuseForeign(GuestOS guest) {
        String place = machine.name() + ", guest " + guest.name();
        if (guest.family().isPresent()
                && host.family().isPresent()
                && !guest.family().equals(host.family())) {
            refusals.accept(
                    new Violation(
                            place,
                            Rule.MIGRATION_FAMILY,
                            guest.family().get() + " on " + host.family().get(),
                            "containers share their host's kernel: keep this guest a virtual machine, or choose a host of its family"));
        }
        if (guest.architecture().isPresent()
                && machine.architecture().isPresent()
                && !guest.architecture().equals(machine.architecture())) {
            refusals.accept(new Violation(
                    place,
                    Rule.MIGRATION_ARCHITECTURE,
                    guest.architecture().get() + " on " + machine.architecture().get(),
                    "containers run on their host's processors: rebuild the image for them, or choose other hardware"));
        }
    }

    private static long product(long a, long b, String of) {
        return Exact.multiply(a, b, "copies of " + of);
    }
}
