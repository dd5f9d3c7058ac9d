package io.virtstack.engine.columns;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.Application;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.VirtualHardware;
import java.util.Optional;

/**
 * Memory or CPU, in both accountings.
 *
 * <p><em>Demanded</em> is what the running layers demand all the way down. <em>Allocated</em> stops at the outermost machines
 * and containers: what they set aside takes the place of what is demanded in them. Overheads are in both; inside an outermost
 * machine they are part of what it sets aside.
 */
final class DemandColumns {
    private final Rows rows;
    private final Measure measure;

    DemandColumns(Rows rows, Measure measure) {
        this.rows = rows;
        this.measure = measure;
    }

    Ledger demanded(Figure.Sum<?> figure) {
        Ledger ledger = new Ledger(figure);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.running(row)) {
                addOwn(row, ledger);
                addOverhead(row, ledger);
            }
        }
        return ledger;
    }

    Ledger allocated(Figure.Sum<?> figure) {
        Ledger ledger = new Ledger(figure);
        for (int row = 0; row < rows.size(); row++) {
            boolean insideMachine = rows.parent(row) != Rows.NONE && rows.virtual(rows.parent(row));
            if (rows.running(row) && !insideMachine) {
                addAllocation(row, ledger);
                addOverhead(row, ledger);
            }
        }
        return ledger;
    }

    private void addOwn(int row, Ledger ledger) {
        Layer layer = rows.layer(row);
        if (layer instanceof Demanding<?> demanding) {
            add(row, Category.of(layer.kind()), Reason.OWN, measure.label(), measure.own(demanding), ledger);
        }
    }

    private void addAllocation(int row, Ledger ledger) {
        if (rows.layer(row) instanceof GuestOS guest) {
            Optional<Long> allocation = guest.machine().flatMap(measure::ofMachine);
            add(row, Category.GUEST_OS, Reason.MACHINE_ALLOCATION, measure.machineLabel(), allocation, ledger);
        } else if (rows.container(row)) {
            Optional<Long> limit = measure.limit((Application) rows.layer(row));
            add(row, Category.APPLICATION, Reason.CONTAINER_LIMIT, measure.label() + " limit", limit, ledger);
        } else {
            addOwn(row, ledger);
        }
    }

    private void addOverhead(int row, Ledger ledger) {
        if (rows.layer(row) instanceof GuestOS guest) {
            Hypervisor hypervisor = (Hypervisor) rows.layer(rows.parent(row));
            Measure.Known overhead = measure.overhead(
                    hypervisor.overhead(),
                    guest.machine().orElse(VirtualHardware.builder().build()));
            addOverhead(row, Reason.MACHINE_OVERHEAD, overhead, ledger);
        } else if (rows.container(row)) {
            ContainerOverhead overhead = ((DockerDaemon) rows.layer(rows.parent(rows.parent(row)))).overhead();
            addOverhead(row, Reason.CONTAINER_OVERHEAD, new Measure.Known(measure.of(overhead), true), ledger);
        }
    }

    private void addOverhead(int row, Reason reason, Measure.Known overhead, Ledger ledger) {
        if (overhead.amount() != 0 || !overhead.complete()) {
            Entry entry = Entry.of(row, Category.OVERHEAD, reason, measure.label() + " overhead");
            ledger.add(entry.asDerived(true), overhead.amount(), !overhead.complete(), rows.times(row));
        }
    }

    private void add(int row, Category category, Reason reason, Object item, Optional<Long> amount, Ledger ledger) {
        ledger.add(Entry.of(row, category, reason, item), amount.orElse(0L), amount.isEmpty(), rows.times(row));
    }
}
