package io.virtstack.engine.columns;

import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Figure;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Bytes with the machine on whose disk they lie. What a virtual disk holds enters the figure as the disk's provisioning
 * says, so it is first gathered per machine and written to the ledger when all is known.
 */
final class DiskLedger {
    private record Line(Entry entry, long amount, boolean unknown, long times, int scope) {}

    private final Rows rows;
    private final Figure.Sum<?> figure;
    private final List<Line> lines = new ArrayList<>();
    private final WideSum[] contents;
    private final BitSet incomplete;

    DiskLedger(Rows rows, Figure.Sum<?> figure) {
        this.rows = rows;
        this.figure = figure;
        this.contents = new WideSum[rows.size()];
        this.incomplete = new BitSet(rows.size());
    }

    /** Adds an item that lies on the disk of a machine, in so many copies over all copies of the machine. */
    void add(Entry entry, Optional<Long> amount, long times, int scope) {
        add(entry, amount.orElse(0L), amount.isEmpty(), times, scope);
    }

    void add(Entry entry, long amount, boolean unknown, long times, int scope) {
        lines.add(new Line(entry, amount, unknown, times, scope));
        addContents(amount, times, scope);
        if (unknown) {
            incomplete.set(scope);
        }
    }

    /** Lets what a machine holds lie on the disk of the machine around it too. */
    void passOn(int guest) {
        int around = rows.scope(rows.parent(guest));
        addContents(contents(guest), rows.times(guest), around);
        if (incomplete.get(guest)) {
            incomplete.set(around);
        }
    }

    /** Whether nothing of what the layers of a machine take is unknown. */
    boolean isComplete(int guest) {
        return !incomplete.get(guest);
    }

    /** The bytes that the layers of one copy of a machine are known to take. Complete once all nested guests are passed on. */
    long contents(int guest) {
        return contents[guest] == null ? 0 : contents[guest].toLong("contents of " + rows.path(guest));
    }

    private void addContents(long amount, long times, int scope) {
        if (contents[scope] == null) {
            contents[scope] = new WideSum();
        }
        contents[scope].add(amount, times / rows.times(scope));
    }

    /** The lines of all machines but those whose contents enter as the size of their disk alone. */
    Ledger without(BitSet hidden) {
        Ledger ledger = new Ledger(figure);
        for (Line line : lines) {
            if (!hidden.get(line.scope())) {
                ledger.add(line.entry(), line.amount(), line.unknown(), line.times());
            }
        }
        return ledger;
    }
}
