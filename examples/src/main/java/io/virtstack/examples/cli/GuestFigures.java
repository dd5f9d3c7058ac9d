package io.virtstack.examples.cli;

import io.virtstack.examples.EngineFootprint.Figures;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for what virtual machines would take, which no container engine can tell. */
final class GuestFigures {
    @Option(
            names = "--guest-disk",
            paramLabel = "SIZE",
            description = "Each guest operating system: disk, like 1.5GB; for Linux 700 MB unless stated.")
    private Optional<DataSize> guestDisk = Optional.empty();

    @Option(names = "--guest-memory", paramLabel = "SIZE", description = "… memory, like 180MiB; 180 MB unless stated.")
    private Optional<DataSize> guestMemory = Optional.empty();

    @Option(names = "--guest-cpu", paramLabel = "CPU", description = "… CPU, like 50m or 0.5; 50m unless stated.")
    private Optional<Cpu> guestCpu = Optional.empty();

    @Option(
            names = "--hypervisor-disk",
            paramLabel = "SIZE",
            description = "The hypervisor: disk; 200 MB unless stated.")
    private Optional<DataSize> hypervisorDisk = Optional.empty();

    @Option(names = "--hypervisor-memory", paramLabel = "SIZE", description = "… memory; 100 MB unless stated.")
    private Optional<DataSize> hypervisorMemory = Optional.empty();

    @Option(names = "--hypervisor-cpu", paramLabel = "CPU", description = "… CPU; 100m unless stated.")
    private Optional<Cpu> hypervisorCpu = Optional.empty();

    Figures guest() {
        return new Figures(guestDisk, guestMemory, guestCpu);
    }

    Figures hypervisor() {
        return new Figures(hypervisorDisk, hypervisorMemory, hypervisorCpu);
    }
}
