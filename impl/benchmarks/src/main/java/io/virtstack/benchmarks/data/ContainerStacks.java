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

    /** Makes the values of all images. */
    public ContainerStacks(ContainerFleet fleet) {
        this.fleet = fleet;
        this.images = new ImageValues(fleet.images());
        this.rows = fleet.rows();
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
        return Hardware.builder("host-" + host)
                .cores(64)
                .memoryCapacity(DataSize.ofBytes(1L << 38))
                .runs(system)
                .build();
    }

    private Binaries container(int host, int row) {
        Application application = Application.builder("app-" + (fleet.first(host) + row))
                .disk(DataSize.ZERO)
                .memory(size(rows.memory[row]))
                .cpu(cpu(rows.cpu[row]))
                .memoryLimit(DataSize.ofBytes(rows.memoryLimit[row]))
                .cpuLimit(Cpu.ofMillis(rows.cpuLimit[row]))
                .writable(size(rows.writable[row]))
                .build();
        return Binaries.builder("image-" + rows.image[row])
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
