package io.virtstack.engine.check;

import io.virtstack.engine.Standing;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.Isolation;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.violation.Rule;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What S2 says of the places where layers stand. */
final class NaivePositions {
    private NaivePositions() {}

    static Set<Finding> findings(Hardware machine) {
        return Standing.all(machine)
                .flatMap(standing -> broken(standing, machine).stream()
                        .map(rule -> new Finding(standing.path().toString(), rule)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<Rule> broken(Standing standing, Hardware machine) {
        Set<Rule> broken = new LinkedHashSet<>();
        if (standing.layer() instanceof GuestOS guest) {
            Optional<Architecture> hardware = machine.architecture();
            if (hardware.isPresent()
                    && guest.architecture().isPresent()
                    && hardware.get() != guest.architecture().get()) {
                broken.add(Rule.GUEST_ARCHITECTURE);
            }
        }
        if (standing.layer() instanceof HostedHypervisor
                && standing.below(1) instanceof GuestOS
                && !((Hypervisor) standing.below(2)).nestedVirtualization()) {
            broken.add(Rule.NESTED_VIRTUALIZATION);
        }
        if (standing.layer() instanceof Binaries image
                && standing.below(1) instanceof DockerDaemon daemon
                && daemon.isolation() == Isolation.SHARED_KERNEL) {
            Optional<OsFamily> kernel = ((OperatingSystem) standing.below(2)).family();
            if (kernel.isPresent() && kernel.get() != needed(image)) {
                broken.add(Rule.CONTAINER_FAMILY);
            }
        }
        if (standing.layer() instanceof Application container
                && standing.below(2) instanceof DockerDaemon
                && standing.running()) {
            if (more(container.memory(), container.memoryLimit())) {
                broken.add(Rule.MEMORY_DEMAND);
            }
            if (more(container.cpu(), container.cpuLimit())) {
                broken.add(Rule.CPU_DEMAND);
            }
        }
        return broken;
    }

    private static OsFamily needed(Binaries image) {
        Optional<OsFamily> ofPlatform =
                image.image().flatMap(stated -> stated.platform()).map(Platform::family);
        return image.family().orElse(ofPlatform.orElse(OsFamily.LINUX));
    }

    private static <T extends Comparable<T>> boolean more(Optional<T> demand, Optional<T> limit) {
        return demand.isPresent() && limit.isPresent() && demand.get().compareTo(limit.get()) > 0;
    }
}
