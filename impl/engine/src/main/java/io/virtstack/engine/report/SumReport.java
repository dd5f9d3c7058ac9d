package io.virtstack.engine.report;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import io.virtstack.engine.columns.Entry;
import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.columns.Ledgers;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.kernel.EqualShares;
import io.virtstack.engine.kernel.LineSums;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** All that can be said of one sum. */
final class SumReport<Q> {
    private static final Comparator<Contribution> BY_PLACE = Comparator.comparing(Contribution::path)
            .thenComparing(Contribution::category)
            .thenComparing(Contribution::reason)
            .thenComparing(Contribution::item)
            .thenComparingLong(Contribution::amount)
            .thenComparingLong(Contribution::times)
            .thenComparing(Contribution::basis);

    private final Figure.Sum<Q> figure;
    private final Rows rows;
    private final Ledgers ledgers;
    private final Ledger ledger;

    SumReport(Figure.Sum<Q> figure, Rows rows, Ledgers ledgers) {
        this.figure = figure;
        this.rows = rows;
        this.ledgers = ledgers;
        this.ledger = ledgers.of(figure);
    }

    Total<Q> total() {
        return new Total<>(figure, LineSums.total(ledger), gaps(IntStream.range(0, ledger.size())));
    }

    Breakdown<Category, Q> byKind() {
        return by(line -> ledger.entry(line).category());
    }

    Breakdown<LayerPath, Q> byHost() {
        return by(line -> rows.path(rows.host(ledger.entry(line).row())));
    }

    private <K extends Comparable<K>> Breakdown<K, Q> by(IntFunction<K> groupOfLine) {
        // All gaps of a group at once: a total puts its gaps in order each time it is made.
        ListMultimap<K, Gap> gaps = ArrayListMultimap.create();
        for (int line = 0; line < ledger.size(); line++) {
            if (ledger.unknown(line)) {
                gaps.put(groupOfLine.apply(line), gap(line));
            }
        }
        ImmutableMap.Builder<K, Total<Q>> totals = ImmutableMap.builder();
        LineSums.by(groupOfLine, ledger)
                .forEach((group, sum) ->
                        totals.put(group, new Total<>(figure, sum, ImmutableList.copyOf(gaps.get(group)))));
        return new Breakdown<>(figure, totals.buildOrThrow(), Total.zero(figure));
    }

    Breakdown<LayerPath, Q> byApplication() {
        EqualShares shares = EqualShares.of(rows, ledger, ledgers.order());
        Map<LayerPath, Total<Q>> totals = new TreeMap<>();
        rows.applications()
                .forEach(row -> totals.merge(
                        rows.path(row), new Total<>(figure, shares.share(row), gaps(shares.gaps(row))), Total::plus));
        Total<Q> unattributed = new Total<>(figure, shares.unattributed(), gaps(shares.unattributedGaps()));
        return new Breakdown<>(figure, ImmutableMap.copyOf(totals), unattributed);
    }

    Explanation<Q> explain() {
        return new Explanation<>(
                figure,
                IntStream.range(0, ledger.size())
                        .mapToObj(this::contribution)
                        .filter(line -> line.amount() != 0 || line.basis() == Basis.UNKNOWN)
                        .sorted(BY_PLACE)
                        .collect(ImmutableList.toImmutableList()));
    }

    private Contribution contribution(int line) {
        Entry entry = ledger.entry(line);
        Basis known = entry.derived() ? Basis.DERIVED : Basis.STATED;
        return new Contribution(
                rows.path(entry.row()),
                entry.category(),
                entry.item().toString(),
                entry.reason(),
                ledger.amount(line),
                ledger.times(line),
                ledger.unknown(line) ? Basis.UNKNOWN : known);
    }

    private ImmutableList<Gap> gaps(BitSet lines) {
        return gaps(lines.stream());
    }

    private ImmutableList<Gap> gaps(IntStream lines) {
        return lines.filter(ledger::unknown).mapToObj(this::gap).collect(ImmutableList.toImmutableList());
    }

    private Gap gap(int line) {
        Entry entry = ledger.entry(line);
        return new Gap(rows.path(entry.row()), entry.item().toString(), ledger.times(line));
    }
}
