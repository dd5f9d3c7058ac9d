package io.virtstack.engine.columns;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.LayerKind;
import io.virtstack.machine.Isolation;

/** What is counted: operating systems, machines, containers, applications. */
final class CountColumns {
    private final Rows rows;

    CountColumns(Rows rows) {
        this.rows = rows;
    }

    Ledger operatingSystems() {
        Ledger ledger = new Ledger(Figure.OPERATING_SYSTEMS);
        for (int row = 0; row < rows.size(); row++) {
            if (!rows.running(row)) {
                continue;
            }
            LayerKind kind = rows.kind(row);
            if (kind == LayerKind.HOST_OS || kind == LayerKind.GUEST_OS) {
                count(row, Category.of(kind), Reason.COUNTED, "operating system", ledger);
            } else if (rows.layer(row) instanceof BareMetalHypervisor hypervisor
                    && hypervisor.controlSystem().isPresent()) {
                count(
                        row,
                        Category.HYPERVISOR,
                        Reason.CONTROL_SYSTEM,
                        hypervisor.controlSystem().get(),
                        ledger);
            } else if (rows.container(row) && inMicroVm(row)) {
                count(row, Category.DOCKER_DAEMON, Reason.MICRO_VM, "kernel", ledger);
            }
        }
        return ledger;
    }

    Ledger virtualMachines() {
        return countKind(Figure.VIRTUAL_MACHINES, LayerKind.GUEST_OS, "virtual machine");
    }

    Ledger applications() {
        return countKind(Figure.APPLICATIONS, LayerKind.APPLICATION, "application");
    }

    Ledger containers() {
        Ledger ledger = new Ledger(Figure.CONTAINERS);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.container(row)) {
                count(row, Category.APPLICATION, Reason.COUNTED, "container", ledger);
            }
        }
        return ledger;
    }

    private Ledger countKind(Figure.Sum<Long> figure, LayerKind kind, String item) {
        Ledger ledger = new Ledger(figure);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.kind(row) == kind) {
                count(row, Category.of(kind), Reason.COUNTED, item, ledger);
            }
        }
        return ledger;
    }

    private boolean inMicroVm(int container) {
        DockerDaemon daemon = (DockerDaemon) rows.layer(rows.parent(rows.parent(container)));
        return daemon.isolation() == Isolation.MICRO_VM;
    }

    private void count(int row, Category category, Reason reason, String item, Ledger ledger) {
        ledger.add(Entry.of(row, category, reason, item), 1, false, rows.times(row));
    }
}
