package io.virtstack.engine.columns;

import io.virtstack.footprint.Figure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * All that enters one figure: amounts, how often each enters, and which are unknown, in columns; the rest in a side table.
 *
 * <p>An unknown amount is zero, or its known part, with a bit in {@link #unknown}.
 */
public final class Ledger {
    private static final int FIRST_CAPACITY = 16;

    private final Figure.Sum<?> figure;
    private final List<Entry> entries = new ArrayList<>();
    private final BitSet unknown = new BitSet();
    private long[] amounts = new long[FIRST_CAPACITY];
    private long[] times = new long[FIRST_CAPACITY];

    Ledger(Figure.Sum<?> figure) {
        this.figure = figure;
    }

    void add(Entry entry, long amount, boolean isUnknown, long count) {
        int line = entries.size();
        if (line == amounts.length) {
            amounts = Arrays.copyOf(amounts, 2 * line);
            times = Arrays.copyOf(times, 2 * line);
        }
        entries.add(entry);
        amounts[line] = amount;
        times[line] = count;
        unknown.set(line, isUnknown);
    }

    /** {@return what is added up} */
    public Figure.Sum<?> figure() {
        return figure;
    }

    /** {@return the number of lines} */
    public int size() {
        return entries.size();
    }

    /**
     * {@return what a line stands for}
     *
     * @param line a line
     */
    public Entry entry(int line) {
        return entries.get(line);
    }

    /**
     * {@return how much it is each time, in base units}
     *
     * @param line a line
     */
    public long amount(int line) {
        return amounts[line];
    }

    /**
     * {@return how often it enters}
     *
     * @param line a line
     */
    public long times(int line) {
        return times[line];
    }

    /**
     * {@return whether it is a gap}
     *
     * @param line a line
     */
    public boolean unknown(int line) {
        return unknown.get(line);
    }
}
