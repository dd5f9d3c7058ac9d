package io.virtstack.engine.live;

import io.virtstack.engine.exact.WideSum;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.Optional;

/** What an edit adds to costs, or takes away, cell by cell. Not safe for use by several threads. */
final class Change {
    private final WideSum[] known = new WideSum[Cell.COUNT];
    private final long[] gaps = new long[Cell.COUNT];
    private long knownCells;
    private long gapCells;

    Change() {
        for (int cell = 0; cell < known.length; cell++) {
            known[cell] = new WideSum();
        }
    }

    void clear() {
        for (long rest = knownCells; rest != 0; rest &= rest - 1) {
            known[Long.numberOfTrailingZeros(rest)].clear();
        }
        for (long rest = gapCells; rest != 0; rest &= rest - 1) {
            gaps[Long.numberOfTrailingZeros(rest)] = 0;
        }
        knownCells = 0;
        gapCells = 0;
    }

    /** Adds an amount so often, or takes it away if the number is negative. */
    void add(int cell, long amount, long times) {
        if (amount != 0 && times != 0) {
            known[cell].add(amount, times);
            knownCells |= 1L << cell;
        }
    }

    /** Adds an amount of 128 bits. */
    void addWide(int cell, long high, long low) {
        known[cell].addWide(high, low);
        knownCells |= 1L << cell;
    }

    void addGaps(int cell, long times) {
        if (times != 0) {
            gaps[cell] = Exact.add(gaps[cell], times, "number of unknown figures");
            gapCells |= 1L << cell;
        }
    }

    /** Adds a size so often, or as many gaps if it is unknown. */
    void add(int cell, Optional<DataSize> size, long times) {
        if (size.isPresent()) {
            add(cell, size.get().bytes(), times);
        } else {
            addGaps(cell, times);
        }
    }

    /** Adds processor time so often, or as many gaps if it is unknown. */
    void addCpu(int cell, Optional<Cpu> cpu, long times) {
        if (cpu.isPresent()) {
            add(cell, cpu.get().millis(), times);
        } else {
            addGaps(cell, times);
        }
    }

    /** Adds all that some costs hold. */
    void add(Costs costs) {
        costs.addTo(this);
    }

    /** Adds all that another change adds. */
    void add(Change other) {
        for (long rest = other.knownCells; rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            known[cell].add(other.known[cell]);
        }
        knownCells |= other.knownCells;
        for (long rest = other.gapCells; rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            addGaps(cell, other.gaps[cell]);
        }
    }

    /** Takes all away that some costs hold. */
    void subtract(Costs costs) {
        negate();
        costs.addTo(this);
        negate();
    }

    /** Gives what it adds, and takes what it gives. */
    void negate() {
        for (long rest = knownCells; rest != 0; rest &= rest - 1) {
            WideSum sum = known[Long.numberOfTrailingZeros(rest)];
            long high = sum.high();
            long low = sum.low();
            sum.clear();
            sum.addWide(low == 0 ? -high : ~high, -low);
        }
        for (long rest = gapCells; rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            gaps[cell] = -gaps[cell];
        }
    }

    /** The cells that something known is added to. */
    long knownCells() {
        return knownCells;
    }

    /** The cells that gaps are added to. */
    long gapCells() {
        return gapCells;
    }

    WideSum known(int cell) {
        return known[cell];
    }

    long gaps(int cell) {
        return gaps[cell];
    }
}
