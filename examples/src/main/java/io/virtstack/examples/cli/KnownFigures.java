package io.virtstack.examples.cli;

import io.virtstack.examples.Surroundings;
import io.virtstack.layer.Demanding;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for figures that archives do not tell. */
final class KnownFigures {
    @Option(
            names = "--host-disk",
            paramLabel = "SIZE",
            description = "The host operating system, on both sides: disk, like 1.5GB.")
    private Optional<DataSize> hostDisk = Optional.empty();

    @Option(names = "--host-memory", paramLabel = "SIZE", description = "… memory, like 180MiB.")
    private Optional<DataSize> hostMemory = Optional.empty();

    @Option(names = "--host-cpu", paramLabel = "CPU", description = "… CPU, like 50m or 0.5.")
    private Optional<Cpu> hostCpu = Optional.empty();

    @Option(names = "--daemon-disk", paramLabel = "SIZE", description = "The daemon: disk.")
    private Optional<DataSize> daemonDisk = Optional.empty();

    @Option(names = "--daemon-memory", paramLabel = "SIZE", description = "… memory.")
    private Optional<DataSize> daemonMemory = Optional.empty();

    @Option(names = "--daemon-cpu", paramLabel = "CPU", description = "… CPU.")
    private Optional<Cpu> daemonCpu = Optional.empty();

    @Option(names = "--hypervisor-disk", paramLabel = "SIZE", description = "The hypervisor: disk.")
    private Optional<DataSize> hypervisorDisk = Optional.empty();

    @Option(names = "--hypervisor-memory", paramLabel = "SIZE", description = "… memory.")
    private Optional<DataSize> hypervisorMemory = Optional.empty();

    @Option(names = "--hypervisor-cpu", paramLabel = "CPU", description = "… CPU.")
    private Optional<Cpu> hypervisorCpu = Optional.empty();

    @Option(names = "--guest-disk", paramLabel = "SIZE", description = "Each guest operating system: disk.")
    private Optional<DataSize> guestDisk = Optional.empty();

    @Option(names = "--guest-memory", paramLabel = "SIZE", description = "… memory.")
    private Optional<DataSize> guestMemory = Optional.empty();

    @Option(names = "--guest-cpu", paramLabel = "CPU", description = "… CPU.")
    private Optional<Cpu> guestCpu = Optional.empty();

    @Option(
            names = "--app-memory",
            paramLabel = "SIZE",
            description = "Each image's program: memory; its disk is the image.")
    private Optional<DataSize> appMemory = Optional.empty();

    @Option(names = "--app-cpu", paramLabel = "CPU", description = "… CPU.")
    private Optional<Cpu> appCpu = Optional.empty();

    Surroundings surroundings() {
        Surroundings unknown = Surroundings.unknown();
        return new Surroundings(
                with(unknown.hostOS(), hostDisk, hostMemory, hostCpu),
                with(unknown.daemon(), daemonDisk, daemonMemory, daemonCpu),
                with(unknown.hypervisor(), hypervisorDisk, hypervisorMemory, hypervisorCpu),
                with(unknown.guest(), guestDisk, guestMemory, guestCpu),
                unknown.application().withMemory(appMemory).withCpu(appCpu));
    }

    private static <L extends Demanding<L>> L with(
            L layer, Optional<DataSize> disk, Optional<DataSize> memory, Optional<Cpu> cpu) {
        return layer.withDisk(disk).withMemory(memory).withCpu(cpu);
    }
}
