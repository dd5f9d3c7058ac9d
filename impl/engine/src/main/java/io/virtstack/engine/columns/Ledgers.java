package io.virtstack.engine.columns;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Figure;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Violation;
import java.util.function.Supplier;

/** The ledgers of some rows, each written when it is first asked for. Safe for use by several threads. */
public final class Ledgers {
    private record Disk(Ledger ledger, ImmutableSet<Violation> violations) {}

    private final Rows rows;
    private final Supplier<ApplicationOrder> order;
    private final Supplier<Disk> disk;
    private final ImmutableMap<Figure.Sum<?>, Supplier<Ledger>> others;

    /**
     * Creates the ledgers.
     *
     * @param rows what they are about
     */
    public Ledgers(Rows rows) {
        this.rows = rows;
        this.order = Suppliers.memoize(() -> ApplicationOrder.of(rows));
        this.disk = Suppliers.memoize(() -> {
            DiskColumns columns = new DiskColumns(rows);
            Ledger ledger = columns.write();
            return new Disk(ledger, columns.violations());
        });
        DemandColumns memory = new DemandColumns(rows, Measure.MEMORY);
        DemandColumns cpu = new DemandColumns(rows, Measure.CPU);
        CountColumns counts = new CountColumns(rows);
        this.others = ImmutableMap.<Figure.Sum<?>, Supplier<Ledger>>builder()
                .put(Figure.LOGICAL_DISK, Suppliers.memoize(() -> new LogicalDiskColumns(rows).write()))
                .put(Figure.MEMORY, Suppliers.memoize(() -> memory.demanded(Figure.MEMORY)))
                .put(Figure.CPU, Suppliers.memoize(() -> cpu.demanded(Figure.CPU)))
                .put(Figure.ALLOCATED_MEMORY, Suppliers.memoize(() -> memory.allocated(Figure.ALLOCATED_MEMORY)))
                .put(Figure.ALLOCATED_CPU, Suppliers.memoize(() -> cpu.allocated(Figure.ALLOCATED_CPU)))
                .put(Figure.OPERATING_SYSTEMS, Suppliers.memoize(counts::operatingSystems))
                .put(Figure.VIRTUAL_MACHINES, Suppliers.memoize(counts::virtualMachines))
                .put(Figure.CONTAINERS, Suppliers.memoize(counts::containers))
                .put(Figure.APPLICATIONS, Suppliers.memoize(counts::applications))
                .buildOrThrow();
    }

    /**
     * {@return the ledger of a figure}
     *
     * @param figure which figure
     * @throws InvalidModelException if disk is asked for and a store holds something of two sizes, or is of two kinds
     */
    public Ledger of(Figure.Sum<?> figure) {
        Supplier<Ledger> other = others.get(figure);
        if (other != null) {
            return other.get();
        }
        if (!disk.get().violations().isEmpty()) {
            throw new InvalidModelException(disk.get().violations());
        }
        return disk.get().ledger();
    }

    /** {@return what leaves disk undefined} */
    public ImmutableSet<Violation> contradictions() {
        return disk.get().violations();
    }

    /** {@return the order of the applications} */
    public ApplicationOrder order() {
        return order.get();
    }

    /** {@return the images of all daemons' stores, those of one store together} */
    public ImmutableList<ImmutableList<PlacedImage>> images() {
        return Stores.ofDaemons(rows).stream()
                .map(store -> PlacedImage.in(store, rows))
                .collect(ImmutableList.toImmutableList());
    }
}
