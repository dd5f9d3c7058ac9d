package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Machines as they are met: a daemon with many containers whose images share layers, hypervisors with many guests. All of
 * them have columns, which few of the stacks have that are drawn from everything the model knows.
 */
final class BusyHosts {
    private static final int LETTERS = 4;
    private static final int BITS = 1 << 16;

    private BusyHosts() {}

    static Arbitrary<List<Hardware>> fleets() {
        return hosts().list().ofMaxSize(4);
    }

    static Arbitrary<Hardware> hosts() {
        Arbitrary<List<DockerDaemon>> daemons = daemons().list().ofMaxSize(2);
        Arbitrary<List<GuestOS>> guests = guests().list().ofMaxSize(4);
        Arbitrary<List<Binaries>> binaries = workloads().list().ofMaxSize(3);
        return Combinators.combine(bits(), daemons, binaries, guests, guests)
                .as(BusyHosts::host)
                .withoutEdgeCases();
    }

    /** An image with applications on it. */
    static Arbitrary<Binaries> images() {
        return Combinators.combine(bits(), bits().list().ofMaxSize(3))
                .as((of, applications) -> image(of, applications))
                .withoutEdgeCases();
    }

    static Arbitrary<GuestOS> guests() {
        return Combinators.combine(
                        bits(),
                        workloads().list().ofMaxSize(3),
                        daemons().list().ofMaxSize(1))
                .as(BusyHosts::guest)
                .withoutEdgeCases();
    }

    private static Arbitrary<DockerDaemon> daemons() {
        return Combinators.combine(bits(), images().list().ofMaxSize(12))
                .as(BusyHosts::daemon)
                .withoutEdgeCases();
    }

    private static Arbitrary<Binaries> workloads() {
        return Combinators.combine(bits(), bits().list().ofMaxSize(3))
                .as(BusyHosts::workload)
                .withoutEdgeCases();
    }

    private static Arbitrary<Integer> bits() {
        return Arbitraries.integers().between(0, BITS - 1).withDistribution(RandomDistribution.uniform());
    }

    private static Hardware host(
            int bits, List<DockerDaemon> daemons, List<Binaries> binaries, List<GuestOS> hosted, List<GuestOS> bare) {
        HostOS.Builder system = HostOS.builder("debian").disk(size(bits)).memory(size(bits >> 1));
        for (int at = 0; at < daemons.size(); at++) {
            system.runs(daemons.get(at).withName("docker-" + at));
        }
        for (int at = 0; at < binaries.size(); at++) {
            system.runs(binaries.get(at).withName("binaries-" + at), copies(bits >> at));
        }
        if (!hosted.isEmpty()) {
            system.runs(filled(Hypervisor.hosted("kvm").overhead(overhead(bits)).startup(time(bits)), hosted)
                    .build());
        }
        Hardware.Builder machine = Hardware.builder("rack-" + bits % 3);
        if (is(bits, 0)) {
            machine.memoryCapacity(DataSize.ofBytes(5000L + 20L * bits));
        }
        if (is(bits, 1)) {
            machine.cores(1 + bits % 400);
        }
        if (is(bits, 2)) {
            machine.storage(new Storage(Storage.Kind.SSD, DataSize.ofBytes(9000L + 20L * bits)));
        }
        if (!bare.isEmpty()) {
            machine.runs(filled(
                            Hypervisor.bareMetal(is(bits, 3) ? "xen" : "a-xen").disk(size(bits)), bare)
                    .build());
        }
        return machine.runs(system.build(), 1 + (bits >> 4) % 2).build();
    }

    private static <B extends Hypervisor.Builder<B>> B filled(B hypervisor, List<GuestOS> guests) {
        for (int at = 0; at < guests.size(); at++) {
            hypervisor.runs(guests.get(at).withName("guest-" + at), copies(at));
        }
        return hypervisor;
    }

    private static DockerDaemon daemon(int bits, List<Binaries> images) {
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker")
                .disk(size(bits))
                .startup(time(bits))
                .isolation(is(bits, 0) ? Isolation.MICRO_VM : Isolation.SHARED_KERNEL);
        if (is(bits, 1)) {
            daemon.overhead(new ContainerOverhead(size(bits >> 3), Cpu.ofMillis(bits % 7)));
        }
        for (int at = 0; at < images.size(); at++) {
            daemon.runs(images.get(at), copies(bits >> at));
        }
        return daemon.build();
    }

    private static Binaries image(int bits, List<Integer> applications) {
        Image.Builder image = Image.builder();
        for (int rest = bits % 341; rest > 0; rest = (rest - 1) / LETTERS) {
            image.layer(layer((rest - 1) % LETTERS));
        }
        Binaries.Builder binaries = Binaries.builder("image-" + bits % 5).image(image.build());
        return with(binaries, applications);
    }

    private static ImageLayer layer(int letter) {
        ImageLayer.Builder layer = ImageLayer.builder(Digest.sha256("busy layer " + letter));
        if (letter > 0) {
            layer.storedSize(DataSize.ofBytes(7L << (3 * letter)));
        }
        return layer.build();
    }

    private static Binaries workload(int bits, List<Integer> applications) {
        Binaries.Builder binaries = Binaries.builder("binaries-" + bits % 3);
        if (is(bits, 2)) {
            binaries.disk(size(bits));
        }
        return with(binaries, applications);
    }

    private static Binaries with(Binaries.Builder binaries, List<Integer> applications) {
        for (int bits : applications) {
            binaries.runs(application(bits), copies(bits));
        }
        return binaries.build();
    }

    private static Application application(int bits) {
        Application.Builder application = Application.builder("application-" + bits % 3)
                .running(!is(bits, 0) || !is(bits, 1))
                .disk(is(bits, 2) ? size(bits) : DataSize.ZERO)
                .writable(is(bits, 3) ? Optional.of(size(bits >> 2)) : Optional.empty());
        if (is(bits, 4)) {
            application.memory(size(bits >> 4)).memoryLimit(size(bits >> 5));
        }
        if (is(bits, 5)) {
            application.cpu(Cpu.ofMillis(bits % 900)).cpuLimit(Cpu.ofMillis(bits % 2000));
        }
        if (is(bits, 6)) {
            application.startup(time(bits));
        }
        if (is(bits, 7)) {
            application.volumesAll(ImmutableList.of(new Volume("data", Optional.of(size(bits)), false)));
        }
        return application.build();
    }

    private static GuestOS guest(int bits, List<Binaries> binaries, List<DockerDaemon> daemons) {
        GuestOS.Builder guest = GuestOS.builder("guest")
                .disk(size(bits))
                .memory(size(bits >> 2))
                .running(!is(bits, 0) || !is(bits, 1))
                .startup(time(bits));
        VirtualHardware.Builder machine = VirtualHardware.builder();
        if (is(bits, 2)) {
            machine.memory(size(bits >> 5));
        }
        if (is(bits, 3)) {
            machine.vcpus(1 + bits % 4);
        }
        if (is(bits, 4)) {
            machine.disk(disk(bits));
        }
        daemons.forEach(daemon -> guest.runs(is(bits, 7) ? known(daemon) : daemon, copies(bits >> 8)));
        for (int at = 0; at < binaries.size(); at++) {
            guest.runs(binaries.get(at).withName("binaries-" + at), copies(bits >> at));
        }
        return guest.machine(machine.build()).build();
    }

    /** The same, where nothing that takes room on a disk is unknown. */
    private static DockerDaemon known(DockerDaemon daemon) {
        return daemon.withRuns(daemon.runs().stream().map(BusyHosts::known).toList());
    }

    private static Binaries known(Binaries binaries) {
        Image image = binaries.image().orElseThrow();
        return binaries.withImage(Optional.of(image.withLayers(image.layers().stream()
                        .map(layer -> layer.withStoredSize(
                                Optional.of(layer.diskSize().orElse(DataSize.ofBytes(5)))))
                        .toList())))
                .withRuns(binaries.runs().stream()
                        .map(application -> application.withWritable(
                                Optional.of(application.writable().orElse(DataSize.ZERO))))
                        .toList());
    }

    private static VirtualDisk disk(int bits) {
        Optional<DataSize> size = Optional.of(size(bits >> 6));
        return is(bits, 5)
                ? new VirtualDisk.Thick(size)
                : new VirtualDisk.Thin(size, is(bits, 6) ? Optional.of(size(bits >> 7)) : Optional.empty());
    }

    private static VmOverhead overhead(int bits) {
        return is(bits, 5)
                ? VmOverhead.NONE
                : new VmOverhead(size(bits), size(bits >> 1), bits % 3, Cpu.ofMillis(bits % 9));
    }

    private static boolean is(int bits, int which) {
        return ((bits >> which) & 1) != 0;
    }

    private static int copies(int bits) {
        return 1 + (bits & 1) * (bits & 2);
    }

    private static DataSize size(int bits) {
        return DataSize.ofBytes(bits % 1000);
    }

    private static Duration time(int bits) {
        return Duration.ofMillis(bits % 300);
    }
}
