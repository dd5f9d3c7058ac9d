package io.virtstack.examples;

import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Comparison;
import io.virtstack.docker.DockerReading;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a running Docker Engine costs, and what the same containers would cost in a virtual machine each.
 *
 * <p>The engine tells what images and containers take. What a guest operating system would take it cannot tell: that is a
 * {@linkplain #assumption() stated assumption}.
 */
public final class EngineFootprint {
    private static final HostedHypervisor HYPERVISOR = Hypervisor.hosted("hypervisor")
            .disk("200 MB")
            .memory("100 MB")
            .cpu("100m")
            .startup("2 s")
            .build();
    private static final GuestOS LINUX_GUEST = GuestOS.builder("debian-12")
            .family(OsFamily.LINUX)
            .disk("700 MB")
            .memory("180 MB")
            .cpu("50m")
            .startup("12 s")
            .build();

    private static final String EXAMPLES =
            "the guests and the hosted hypervisor of the command compare, which are examples"
                    + " and not measured here";

    private final DockerReading reading;
    private final GuestOS guest;
    private final HostedHypervisor hypervisor;
    private final String source;
    private final Hardware virtualMachines;

    private EngineFootprint(DockerReading reading, GuestOS guest, HostedHypervisor hypervisor, String source) {
        this.reading = reading;
        this.guest = guest;
        this.hypervisor = hypervisor;
        this.source = source;
        this.virtualMachines = Migration.into(hypervisor, guest).virtualize(reading.machine());
    }

    /**
     * {@return the footprint of an engine, with the figures of an example for virtual machines}
     *
     * @param reading what the engine has
     */
    public static EngineFootprint of(DockerReading reading) {
        return of(reading, Figures.NONE, Figures.NONE);
    }

    /**
     * {@return the footprint of an engine}
     *
     * @param reading what the engine has
     * @param guest what each guest operating system takes; what it leaves open is taken from an example
     * @param hypervisor what the hypervisor takes; what it leaves open is taken from an example
     */
    public static EngineFootprint of(DockerReading reading, Figures guest, Figures hypervisor) {
        boolean stated = guest.any() || hypervisor.any();
        return new EngineFootprint(
                reading,
                guest.over(guest(kernel(reading.machine()))),
                hypervisor.over(HYPERVISOR),
                guest.all() && hypervisor.all() ? "as stated" : (stated ? "as stated, else " : "") + EXAMPLES);
    }

    /**
     * What is known of a layer that takes the containers' place.
     *
     * @param disk its disk
     * @param memory its memory
     * @param cpu its processor time
     */
    public record Figures(Optional<DataSize> disk, Optional<DataSize> memory, Optional<Cpu> cpu) {
        /** Nothing is known. */
        public static final Figures NONE = new Figures(Optional.empty(), Optional.empty(), Optional.empty());

        private boolean any() {
            return !equals(NONE);
        }

        private boolean all() {
            return disk.isPresent() && memory.isPresent() && cpu.isPresent();
        }

        private <L extends Demanding<L>> L over(L layer) {
            return layer.withDisk(disk.or(layer::disk))
                    .withMemory(memory.or(layer::memory))
                    .withCpu(cpu.or(layer::cpu));
        }
    }

    /** {@return what the engine has} */
    public DockerReading reading() {
        return reading;
    }

    /** {@return what its machine costs as it is} */
    public Footprint containers() {
        return AggregationEngine.create().footprint(reading.machine());
    }

    /** {@return what the machine would cost with each container in a virtual machine of its own} */
    public Footprint virtualMachines() {
        return AggregationEngine.create().footprint(virtualMachines);
    }

    /** {@return the way from containers to virtual machines} */
    public Comparison comparison() {
        return AggregationEngine.create()
                .compare(reading.machine().withName("containers"), virtualMachines.withName("virtual machines"));
    }

    /** {@return what the virtual machines are assumed to take, and where these figures are from} */
    public String assumption() {
        return "as virtual machines: each container gets a guest operating system like "
                + figures(guest.name(), guest) + ", and all stand on " + figures("a hypervisor", hypervisor)
                + "; source: " + source + ". What containers have written is not carried over";
    }

    /**
     * Prints what the engine costs, what its images share, and what virtual machines would cost.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        // Computed first: whatever fails, nothing is half printed.
        Footprint containers = containers();
        ImageTable images = ImageTable.ofEngine(reading.images());
        Comparison comparison = comparison();

        out.println("What the machine costs as it is:");
        out.println();
        out.println(containers);
        out.println();
        out.printf(
                "Its images, whose layers take %s together, each layer stored once:%n",
                reading.layersSize().map(Object::toString).orElse("an unknown size"));
        out.println();
        out.println(images);
        out.println();
        out.println("As it is, and with each container in a virtual machine of its own:");
        out.println();
        out.println(comparison.toRoundedString());
        out.println();
        out.println("Assumed or left out:");
        Stream.concat(reading.notes().stream(), Stream.of(assumption())).forEach(note -> out.println("  " + note));
    }

    private static String figures(String name, Demanding<?> layer) {
        return name + " with " + amount(layer.disk()) + " of disk, " + amount(layer.memory()) + " of memory and "
                + amount(layer.cpu()) + " of CPU";
    }

    private static String amount(Optional<?> figure) {
        return figure.map(Object::toString).orElse("an unknown amount");
    }

    private static GuestOS guest(OsFamily kernel) {
        return kernel == OsFamily.LINUX
                ? LINUX_GUEST
                : GuestOS.builder(kernel.toString()).family(kernel).build();
    }

    /** An engine runs containers of one family, that of its kernel. */
    private static OsFamily kernel(Hardware machine) {
        return below(machine)
                .flatMap(layer -> layer instanceof DockerDaemon daemon
                        ? daemon.runs().elementSet().stream()
                                .filter(image -> !image.runs().isEmpty())
                        : Stream.empty())
                .map(Binaries::kernel)
                .findFirst()
                .orElse(OsFamily.LINUX);
    }

    private static Stream<Layer> below(Layer layer) {
        return Stream.concat(
                Stream.of(layer), layer.runs().elementSet().stream().flatMap(EngineFootprint::below));
    }
}
