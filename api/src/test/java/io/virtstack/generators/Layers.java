package io.virtstack.generators;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.layer.Runs;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.Storage;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import java.util.Objects;
import java.util.Optional;

/** Builds the layer that a row of a given shape stands for, with what stands on it. */
final class Layers {
    private static final int MOST_CORES = 64;
    private static final ImmutableList<Storage.Kind> DEVICES = ImmutableList.copyOf(Storage.Kind.values());

    private final Alphabet alphabet;
    private final Images images;
    private final Machines machines;

    Layers(Alphabet alphabet) {
        this.alphabet = alphabet;
        this.images = new Images(alphabet);
        this.machines = new Machines(alphabet);
    }

    Layer layer(Shape shape, Row row, Multiset<Layer> above) {
        return switch (shape) {
            case HARDWARE -> hardware(row, above);
            case HOST_OS -> hostOS(row, above);
            case BARE_METAL -> bareMetal(row, above);
            case HOSTED ->
                hypervisor(Hypervisor.hosted(row.named("hosted")), row, above).build();
            case DAEMON -> daemon(row, above);
            case GUEST -> guest(row, above);
            case BINARIES, IMAGE -> binaries(shape, row, above);
            case APPLICATION -> application(row);
        };
    }

    Hardware hardware(Row row, Multiset<Layer> above) {
        Hardware.Builder hardware = Hardware.builder(row.named("rack"));
        if (!row.has(Trait.UNKNOWN_CPU)) {
            hardware.cores(1 + row.size() % MOST_CORES);
        }
        if (!row.has(Trait.UNKNOWN_SYSTEM)) {
            hardware.architecture(Architecture.AMD64);
        }
        alphabet.size(row, 1, Trait.UNKNOWN_MEMORY).ifPresent(hardware::memoryCapacity);
        alphabet.size(row, 0, Trait.UNKNOWN_DISK)
                .ifPresent(size -> hardware.storage(new Storage(DEVICES.get(row.name()), size)));
        return runs(hardware, RunsOnHardware.class, above).build();
    }

    private HostOS hostOS(Row row, Multiset<Layer> above) {
        HostOS.Builder host = demands(HostOS.builder(row.named("host")), row);
        return runs(system(host, row), RunsOnOperatingSystem.class, above).build();
    }

    private GuestOS guest(Row row, Multiset<Layer> above) {
        GuestOS.Builder guest = system(demands(GuestOS.builder(row.named("guest")), row), row);
        if (!row.has(Trait.UNKNOWN_SYSTEM)) {
            guest.architecture(Architecture.AMD64);
        }
        if (!row.has(Trait.UNKNOWN_MACHINE)) {
            guest.machine(machines.machine(row));
        }
        guest.running(!row.has(Trait.STOPPED));
        return runs(guest, RunsOnOperatingSystem.class, above).build();
    }

    private Layer bareMetal(Row row, Multiset<Layer> above) {
        var hypervisor = Hypervisor.bareMetal(row.named("bare-metal"));
        if (row.has(Trait.CONTROL_SYSTEM)) {
            hypervisor.controlSystem("dom0");
        }
        return hypervisor(hypervisor, row, above).build();
    }

    private <B extends Hypervisor.Builder<B>> B hypervisor(B hypervisor, Row row, Multiset<Layer> above) {
        if (row.has(Trait.NAMED_STORE)) {
            hypervisor.store(row.named("datastore"));
        }
        hypervisor.overhead(machines.vmOverhead(row)).nestedVirtualization(nests(above));
        return runs(demands(hypervisor, row), GuestOS.class, above);
    }

    private static boolean nests(Multiset<Layer> guests) {
        return guests.elementSet().stream()
                .flatMap(guest -> guest.runs().elementSet().stream())
                .anyMatch(HostedHypervisor.class::isInstance);
    }

    private DockerDaemon daemon(Row row, Multiset<Layer> above) {
        ImageStore kind = row.has(Trait.CONTAINERD) ? ImageStore.CONTAINERD : ImageStore.OVERLAY2;
        DockerDaemon.Builder daemon = demands(DockerDaemon.builder(row.named("docker")), row)
                .imageStore(kind)
                .isolation(row.has(Trait.MICRO_VM) ? Isolation.MICRO_VM : Isolation.SHARED_KERNEL)
                .overhead(machines.containerOverhead(row));
        if (row.has(Trait.NAMED_STORE)) {
            daemon.store(row.named(alphabet.conflicts() ? "store" : "store-" + kind));
        }
        return runs(daemon, Binaries.class, above).build();
    }

    private Binaries binaries(Shape shape, Row row, Multiset<Layer> above) {
        Binaries.Builder binaries = Binaries.builder(row.named("binaries"));
        if (shape == Shape.IMAGE) {
            binaries.image(images.of(row));
        } else {
            alphabet.size(row, 0, Trait.UNKNOWN_DISK).ifPresent(binaries::disk);
        }
        if (row.has(Trait.VERSIONED)) {
            binaries.version("2");
        }
        return runs(binaries, Application.class, above).build();
    }

    private Application application(Row row) {
        Application.Builder application = demands(Application.builder(row.named("application")), row)
                .running(!row.has(Trait.STOPPED))
                .volumesAll(machines.volumes(row));
        if (row.has(Trait.VERSIONED)) {
            application.version("2");
        }
        if (!row.has(Trait.UNKNOWN_LIMITS)) {
            application.memoryLimit(alphabet.size(row, 4)).cpuLimit(alphabet.cpu(row, 5));
        }
        if (row.has(Trait.UNKNOWN_WRITABLE)) {
            application.writable(Optional.empty());
        } else if (row.has(Trait.WRITABLE)) {
            application.writable(Optional.of(alphabet.size(row, 6)));
        }
        return application.build();
    }

    private <B extends Demanding.Builder<B>> B demands(B builder, Row row) {
        alphabet.size(row, 0, Trait.UNKNOWN_DISK).ifPresent(builder::disk);
        alphabet.size(row, 1, Trait.UNKNOWN_MEMORY).ifPresent(builder::memory);
        if (!row.has(Trait.UNKNOWN_CPU)) {
            builder.cpu(alphabet.cpu(row, 2));
        }
        if (!row.has(Trait.UNKNOWN_STARTUP)) {
            builder.startup(alphabet.duration(row, 3));
        }
        return builder;
    }

    private static <B extends OperatingSystem.Builder<B>> B system(B builder, Row row) {
        return row.has(Trait.UNKNOWN_SYSTEM)
                ? builder
                : builder.family(OsFamily.LINUX).distribution("debian").version(row.has(Trait.VERSIONED) ? "13" : "12");
    }

    private static <L extends Layer, B extends Runs<L, B>> B runs(B builder, Class<L> type, Multiset<Layer> above) {
        ImmutableMultiset.Builder<L> layers = ImmutableMultiset.builder();
        for (Layer layer : above.elementSet()) {
            layers.addCopies(Objects.requireNonNull(type.cast(layer)), above.count(layer));
        }
        return builder.runsAll(layers.build());
    }
}
