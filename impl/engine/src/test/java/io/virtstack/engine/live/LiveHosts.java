package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.generators.Stacks;
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
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Machines like those of data centres, workloads that share much, and edits of them, possible ones and impossible ones. */
final class LiveHosts {
    static final ImmutableList<String> NAMES = ImmutableList.of("a", "b", "c", "d");
    private static final int MOST_WORKLOADS = 6;
    private static final int MANY_COPIES = Integer.MAX_VALUE - 1;

    private LiveHosts() {}

    private static <T> Arbitrary<Optional<T>> maybe(Arbitrary<T> values) {
        return values.optional(0.8);
    }

    private static Arbitrary<DataSize> sizes() {
        return Arbitraries.frequency(
                        Tuple.of(40, 0L),
                        Tuple.of(40, 1L),
                        Tuple.of(40, 7L),
                        Tuple.of(40, 1L << 20),
                        Tuple.of(8, Long.MAX_VALUE / 3))
                .map(DataSize::ofBytes);
    }

    /** Letters are layers; the second time a letter may state another size, or another kind of size. */
    static Arbitrary<Image> images() {
        Arbitrary<ImageLayer> layers = Combinators.combine(
                        Arbitraries.of(0, 0, 0, 1, 1, 2, 3),
                        Arbitraries.frequency(Tuple.of(40, 0), Tuple.of(1, 1), Tuple.of(1, 2), Tuple.of(1, 3)))
                .as(LiveHosts::layer);
        return layers.list()
                .ofMaxSize(4)
                .map(chain -> Image.builder().layersAll(chain).build());
    }

    private static ImageLayer layer(int letter, int odd) {
        ImageLayer.Builder layer = ImageLayer.builder(Digest.sha256("letter " + letter));
        if (letter != 3 && odd != 1) {
            layer.contentSize(DataSize.ofBytes(10L << (letter + (odd == 2 ? 4 : 0))));
        }
        if (letter == 2 || odd == 3) {
            layer.storedSize(DataSize.ofBytes(100L << letter));
        }
        return layer.build();
    }

    static Arbitrary<Application> applications() {
        Arbitrary<Application> plain = Combinators.combine(
                        Arbitraries.of("app", "web"),
                        maybe(sizes()),
                        maybe(sizes()),
                        maybe(Arbitraries.longs().between(0, 3).map(Cpu::ofMillis)),
                        maybe(Arbitraries.longs().between(0, 5).map(Duration::ofSeconds)),
                        maybe(sizes()),
                        Arbitraries.of(true, true, true, false))
                .as((name, disk, memory, cpu, startup, limit, running) -> Application.builder(name)
                        .disk(disk)
                        .memory(memory)
                        .cpu(cpu)
                        .startup(startup)
                        .running(running)
                        .writable(limit)
                        .build()
                        .withMemoryLimit(limit)
                        .withCpuLimit(cpu));
        Arbitrary<List<Volume>> volumes = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.just(ImmutableList.<Volume>of())),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                ImmutableList.of(Volume.of("data", "1 GB")),
                                ImmutableList.of(Volume.of("data", "2 GB")))),
                Tuple.of(
                        1,
                        Arbitraries.just(
                                ImmutableList.of(Volume.of("data", "3 GB").unshared()))));
        return Combinators.combine(plain, volumes).as(Application::withVolumes);
    }

    static Arbitrary<Binaries> binaries() {
        Arbitrary<Binaries> bare = Arbitraries.oneOf(
                images().map(image -> Binaries.builder("image").image(image).build()),
                maybe(sizes()).map(disk -> Binaries.builder("libs").build().withDisk(disk)));
        return Combinators.combine(bare, applications().list().ofMaxSize(2)).as(Binaries::withRuns);
    }

    static Arbitrary<GuestOS> guests() {
        Arbitrary<VirtualDisk> disks = Combinators.combine(
                        Arbitraries.of(0, 0, 1, 1, 2), maybe(sizes()), maybe(sizes()))
                .as((kind, size, actual) -> switch (kind) {
                    case 0 -> new VirtualDisk.Thick(size);
                    case 1 -> new VirtualDisk.Thin(size, actual);
                    default -> new VirtualDisk.LinkedClone(size, "base", Optional.of(DataSize.ofBytes(5)), actual);
                });
        Arbitrary<VirtualHardware> machines = Combinators.combine(
                        Arbitraries.integers().between(1, 3), disks.list().ofMaxSize(2))
                .as((vcpus, all) ->
                        VirtualHardware.builder().vcpus(vcpus).disksAll(all).build());
        Arbitrary<GuestOS> bare = Combinators.combine(
                        maybe(sizes()), maybe(sizes()), maybe(machines), Arbitraries.of(true, true, false))
                .as((disk, memory, machine, running) -> GuestOS.builder("guest")
                        .disk(disk)
                        .memory(memory)
                        .cpu("10m")
                        .running(running)
                        .build()
                        .withMachine(machine));
        return Combinators.combine(bare, binaries().list().ofMaxSize(2), Arbitraries.of(true, false))
                .as((guest, images, inDaemon) -> inDaemon ? guest.withRuns(daemon(images, 0)) : guest.withRuns(images));
    }

    private static DockerDaemon daemon(List<Binaries> images, int variant) {
        DockerDaemon.Builder daemon =
                DockerDaemon.builder("docker").disk("1 MB").startup("1 s").runsAll(images);
        return switch (variant) {
            case 1 ->
                daemon.overhead(ContainerOverhead.ofMemory("10 MB"))
                        .isolation(Isolation.MICRO_VM)
                        .build();
            case 2 -> daemon.imageStore(ImageStore.CONTAINERD).build();
            case 3 -> daemon.store("shared").build();
            default -> daemon.build();
        };
    }

    private static Arbitrary<Hardware> containerHosts() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        binaries().list().ofMaxSize(MOST_WORKLOADS),
                        binaries().list().ofMaxSize(2),
                        Arbitraries.of(0, 0, 0, 0, 1, 1, 2, 3),
                        maybe(Arbitraries.just(Duration.ofSeconds(3))))
                .as((name, images, processes, variant, startup) -> Hardware.builder(name)
                        .runs(HostOS.builder("os")
                                .disk("1 GB")
                                .startup(startup)
                                .runs(daemon(images, variant))
                                .runsAll(processes)
                                .build())
                        .build());
    }

    private static Arbitrary<Hardware> machineHosts() {
        return Combinators.combine(Arbitraries.of(NAMES), guests().list().ofMaxSize(3), Arbitraries.of(true, false))
                .as((name, guests, hosted) -> hosted
                        ? Hardware.builder(name)
                                .runs(HostOS.builder("os")
                                        .disk("1 GB")
                                        .runs(Hypervisor.hosted("hv")
                                                .overhead(new VmOverhead(
                                                        DataSize.ofBytes(3), DataSize.ofBytes(5), 7, Cpu.ofMillis(1)))
                                                .runsAll(guests)
                                                .build())
                                        .build())
                                .build()
                        : Hardware.builder(name)
                                .runs(Hypervisor.bareMetal("hv")
                                        .disk("1 GB")
                                        .runsAll(guests)
                                        .build())
                                .build());
    }

    static Arbitrary<Hardware> hosts() {
        Arbitrary<Hardware> any = Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.oneOf(Stacks.any(), Stacks.conflicting(), Stacks.nearOverflow()))
                .as((name, host) -> host.withName(name));
        return Arbitraries.frequencyOf(Tuple.of(6, containerHosts()), Tuple.of(3, machineHosts()), Tuple.of(2, any));
    }

    private static Arbitrary<Integer> copies() {
        return Arbitraries.frequency(Tuple.of(30, 1), Tuple.of(10, 2), Tuple.of(5, 3), Tuple.of(3, MANY_COPIES));
    }

    private static Arbitrary<Edit> workloadsAnywhere() {
        return Combinators.combine(
                        Arbitraries.of(NAMES),
                        Arbitraries.of("os/docker", "os", "hv", "os/hv", "hv/guest", "hv/guest/docker"),
                        Arbitraries.<Layer>oneOf(binaries(), guests()),
                        copies(),
                        Arbitraries.of(1, -1))
                .as((name, place, workload, copies, sign) ->
                        new Edit.Copies(LayerPath.of((name + "/" + place).split("/", -1)), workload, sign * copies));
    }

    private static Arbitrary<Edit> workloadsOn(List<LayerPath> places, Arbitrary<? extends Layer> workloads) {
        return Combinators.combine(Arbitraries.of(places), workloads, copies()).as(Edit.Copies::new);
    }

    private static Arbitrary<Edit> wholeHosts() {
        return Arbitraries.frequencyOf(
                Tuple.of(4, hosts().map(Edit.Add::new)),
                Tuple.of(2, hosts().map(Edit.Replace::new)),
                Tuple.of(1, Arbitraries.of(NAMES).map(Edit.Remove::new)));
    }

    /** Edits that fit what is there, more or less. */
    static Arbitrary<Edit> edits(Map<String, Hardware> machines) {
        List<LayerPath> carriers = new ArrayList<>();
        List<LayerPath> hypervisors = new ArrayList<>();
        List<Edit.Copies> workloads = new ArrayList<>();
        machines.values()
                .forEach(host -> collect(host, ImmutableList.of(host.name()), carriers, hypervisors, workloads));
        List<Tuple.Tuple2<Integer, Arbitrary<Edit>>> edits = new ArrayList<>();
        edits.add(Tuple.of(3, wholeHosts()));
        edits.add(Tuple.of(1, workloadsAnywhere()));
        if (!carriers.isEmpty()) {
            edits.add(Tuple.of(4, workloadsOn(carriers, binaries())));
        }
        if (!hypervisors.isEmpty()) {
            edits.add(Tuple.of(3, workloadsOn(hypervisors, guests())));
        }
        if (!workloads.isEmpty()) {
            edits.add(Tuple.of(
                    4,
                    Combinators.combine(Arbitraries.of(workloads), copies(), Arbitraries.of(1, -1, -1))
                            .as((one, copies, sign) -> new Edit.Copies(one.place(), one.workload(), sign * copies))));
        }
        return Arbitraries.frequencyOf(edits);
    }

    private static void collect(
            Layer layer,
            ImmutableList<String> names,
            List<LayerPath> carriers,
            List<LayerPath> hypervisors,
            List<Edit.Copies> workloads) {
        LayerPath path = new LayerPath(names);
        if (layer instanceof DockerDaemon || layer instanceof OperatingSystem) {
            carriers.add(path);
        }
        if (layer instanceof Hypervisor) {
            hypervisors.add(path);
        }
        for (Layer child : layer.runs().elementSet()) {
            if (child instanceof Binaries || child instanceof GuestOS) {
                workloads.add(new Edit.Copies(path, child, 1));
            }
            collect(
                    child,
                    ImmutableList.<String>builder()
                            .addAll(names)
                            .add(child.name())
                            .build(),
                    carriers,
                    hypervisors,
                    workloads);
        }
    }
}
