package io.virtstack.engine.kernel;

import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.exact.WideSum;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** Sums the lines of a ledger. */
public final class LineSums {
    private LineSums() {}

    /**
     * {@return the sum of all lines}
     *
     * @param ledger what to add up
     */
    public static long total(Ledger ledger) {
        WideSum sum = new WideSum();
        for (int line = 0; line < ledger.size(); line++) {
            sum.add(ledger.amount(line), ledger.times(line));
        }
        return sum.toLong(ledger.figure().label());
    }

    /**
     * {@return the sums of the lines of each group, in the order of the groups}
     *
     * @param ledger what to add up
     * @param groupOfLine the group that a line belongs to
     * @param <K> what the groups are
     */
    public static <K extends Comparable<K>> Map<K, Long> by(IntFunction<K> groupOfLine, Ledger ledger) {
        Map<K, WideSum> sums = new TreeMap<>();
        for (int line = 0; line < ledger.size(); line++) {
            sums.computeIfAbsent(groupOfLine.apply(line), group -> new WideSum())
                    .add(ledger.amount(line), ledger.times(line));
        }
        Map<K, Long> totals = new TreeMap<>();
        sums.forEach((group, sum) -> totals.put(group, sum.toLong(ledger.figure() + " of " + group)));
        return totals;
    }
}
