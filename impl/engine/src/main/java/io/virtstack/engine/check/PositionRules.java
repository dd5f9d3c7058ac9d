package io.virtstack.engine.check;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.Isolation;
import io.virtstack.platform.OsFamily;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a layer needs from those below it. */
final class PositionRules {
    private final Rows rows;
    private final Hardware machine;
    private final List<Violation> violations = new ArrayList<>();

    PositionRules(Rows rows, Hardware machine) {
        this.rows = rows;
        this.machine = machine;
    }

    List<Violation> violations() {
        for (int row = 0; row < rows.size(); row++) {
            Layer layer = rows.layer(row);
            if (layer instanceof GuestOS guest) {
                checkArchitecture(row, guest);
            } else if (layer instanceof HostedHypervisor) {
                checkNesting(row);
            } else if (layer instanceof Binaries binaries
                    && rows.layer(rows.parent(row)) instanceof DockerDaemon daemon
                    && daemon.isolation() == Isolation.SHARED_KERNEL) {
                checkFamily(row, binaries);
            } else if (layer instanceof Application application && rows.container(row) && rows.running(row)) {
                checkLimits(row, application);
            }
        }
        return violations;
    }

    private void checkArchitecture(int row, GuestOS guest) {
        boolean differs = guest.architecture().isPresent()
                && machine.architecture().isPresent()
                && !guest.architecture().equals(machine.architecture());
        if (differs) {
            add(
                    row,
                    Rule.GUEST_ARCHITECTURE,
                    guest.architecture().get() + " on " + machine.architecture().get(),
                    "choose a guest for the hardware's architecture, or other hardware");
        }
    }

    private void checkNesting(int row) {
        if (!(rows.layer(rows.parent(row)) instanceof GuestOS)) {
            return;
        }
        Hypervisor below = (Hypervisor) rows.layer(rows.parent(rows.parent(row)));
        if (!below.nestedVirtualization()) {
            add(
                    row,
                    Rule.NESTED_VIRTUALIZATION,
                    "nested on " + below.name() + ", which does not offer it",
                    "enable nested virtualization on " + below.name() + ", or move the machines out of the guest");
        }
    }

    private void checkFamily(int row, Binaries image) {
        Optional<OsFamily> kernel = ((OperatingSystem) rows.layer(rows.parent(rows.parent(row)))).family();
        if (kernel.isPresent() && kernel.get() != image.kernel()) {
            add(
                    row,
                    Rule.CONTAINER_FAMILY,
                    image.kernel() + " container on " + kernel.get(),
                    "run the daemon in a virtual machine of the image's family, as Docker Desktop does");
        }
    }

    private void checkLimits(int row, Application container) {
        if (container.memory().isPresent()
                && container.memoryLimit().isPresent()
                && container.memory().get().compareTo(container.memoryLimit().get()) > 0) {
            add(
                    row,
                    Rule.MEMORY_DEMAND,
                    container.memory().get() + " demanded, limit "
                            + container.memoryLimit().get(),
                    "raise the limit, or lower the demand");
        }
        if (container.cpu().isPresent()
                && container.cpuLimit().isPresent()
                && container.cpu().get().compareTo(container.cpuLimit().get()) > 0) {
            add(
                    row,
                    Rule.CPU_DEMAND,
                    container.cpu().get() + " demanded, limit "
                            + container.cpuLimit().get(),
                    "raise the limit, or lower the demand");
        }
    }

    private void add(int row, Rule rule, String value, String remedy) {
        violations.add(new Violation(rows.path(row).toString(), rule, value, remedy));
    }
}
