package io.virtstack.benchmarks.data;

import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hosts of a fleet as VirtStack's values, made one at a time. Not safe for use by several threads. */
public final class ContainerStacks {
    private final ContainerFleet fleet;
    private final ImageValues images;
    private final HostRows rows;
    private final Naming naming;

    private ContainerStacks(ContainerFleet fleet, ImageValues images, Naming naming) {
        this.fleet = fleet;
        this.images = images;
        this.rows = fleet.rows();
        this.naming = naming;
    }

    /** Makes the values of all images. */
    public ContainerStacks(ContainerFleet fleet) {
        this(fleet, new ImageValues(fleet.images()), Naming.OWN);
    }

    /** The same, but what has the same place on different hosts has the same name, and the same object as name. */
    public ContainerStacks withSharedNames() {
        return new ContainerStacks(fleet, images, Naming.SHARED);
    }

    /** {@return all hosts, each made when it is asked for} */
    public Stream<Hardware> stream() {
        return IntStream.range(0, fleet.hosts()).mapToObj(this::host);
    }

    /** {@return a host} */
    public Hardware host(int host) {
        fleet.read(host, rows);
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker")
                .disk(DataSize.ZERO)
                .memory(DataSize.ZERO)
                .cpu(Cpu.ZERO);
        for (int row = 0; row < rows.size; row++) {
            daemon.runs(container(host, row));
        }
        HostOS system = HostOS.builder("debian")
                .family(OsFamily.LINUX)
                .disk(DataSize.ZERO)
                .memory(DataSize.ZERO)
                .cpu(Cpu.ZERO)
                .runs(daemon.build())
                .build();
        return Hardware.builder(naming.of("host-", host, 0))
                .cores(64)
                .memoryCapacity(DataSize.ofBytes(1L << 38))
                .runs(system)
                .build();
    }

    /** {@return a container of an image, as no host of the fleet has it} */
    public Binaries container(int image) {
        Application application = Application.builder("one-more")
                .disk(DataSize.ZERO)
                .memory(DataSize.ofBytes(1L << 28))
                .cpu(Cpu.ofMillis(250))
                .memoryLimit(DataSize.ofBytes(1L << 29))
                .cpuLimit(Cpu.ofMillis(500))
                .build();
        return Binaries.builder("image-" + image)
                .image(images.of(image))
                .runs(application)
                .build();
    }

    private Binaries container(int host, int row) {
        Application application = Application.builder(naming.of("app-", fleet.first(host) + row, row))
                .disk(DataSize.ZERO)
                .memory(size(rows.memory[row]))
                .cpu(cpu(rows.cpu[row]))
                .memoryLimit(DataSize.ofBytes(rows.memoryLimit[row]))
                .cpuLimit(Cpu.ofMillis(rows.cpuLimit[row]))
                .writable(size(rows.writable[row]))
                .build();
        return Binaries.builder(naming.of("image-", rows.image[row], rows.image[row]))
                .image(images.of(rows.image[row]))
                .runs(application)
                .build();
    }

    private static Optional<DataSize> size(long bytes) {
        return bytes == HostRows.UNKNOWN ? Optional.empty() : Optional.of(DataSize.ofBytes(bytes));
    }

    private static Optional<Cpu> cpu(long millis) {
        return millis == HostRows.UNKNOWN ? Optional.empty() : Optional.of(Cpu.ofMillis(millis));
    }
}
