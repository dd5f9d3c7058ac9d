package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The rows of breakdowns that have most of the first; the others are one row, so that all rows add up to the total. */
final class RankedTable<K> {
    /** What people still read. */
    static final int MOST_ROWS = 50;

    private final String caption;
    private final String what;
    private final Answers answers;
    private final ImmutableList<Breakdown<K, ?>> breakdowns;

    /**
     * @param what what a row is about
     * @param answers the totals that are broken down
     * @param breakdowns of several figures by the same
     */
    RankedTable(String caption, String what, Answers answers, ImmutableList<Breakdown<K, ?>> breakdowns) {
        this.caption = caption;
        this.what = what;
        this.answers = answers;
        this.breakdowns = breakdowns;
    }

    Table table(Function<K, String> name, Comparator<? super K> order) {
        List<K> keys = keys(order);
        List<K> shown = keys.subList(0, Math.min(MOST_ROWS, keys.size()));
        TableBuilder table = Table.titled(caption).texts(what);
        breakdowns.forEach(breakdown -> table.numbers(breakdown.figure().label()));
        for (K key : shown) {
            table.row(row(name.apply(key), breakdown -> breakdown.row(key)));
        }
        List<K> rest = keys.subList(shown.size(), keys.size());
        if (!rest.isEmpty()) {
            Set<K> restKeys = new LinkedHashSet<>(rest);
            table.foot(row(rest.size() + " more", breakdown -> together(breakdown, restKeys)));
        }
        if (breakdowns.stream().anyMatch(breakdown -> Answers.isSomething(breakdown.unattributed()))) {
            table.foot(row("unattributed", Breakdown::unattributed));
        }
        return table.foot(row("all", breakdown -> all(breakdown.figure()))).build();
    }

    private <Q> Total<Q> all(Figure<Q> figure) {
        return answers.find(figure).orElseThrow();
    }

    private List<K> keys(Comparator<? super K> order) {
        Set<K> keys = new LinkedHashSet<>();
        breakdowns.forEach(breakdown -> keys.addAll(breakdown.rows().keySet()));
        Comparator<K> ranking = breakdowns.stream()
                .map(breakdown -> Comparator.comparingLong(
                                (K key) -> breakdown.row(key).amount())
                        .reversed())
                .reduce(Comparator::thenComparing)
                .orElseThrow();
        return keys.stream().sorted(ranking.thenComparing(order)).toList();
    }

    /** Rows that share something have the same gap: it is one unknown figure all the same. */
    private static <K, Q> Total<Q> together(Breakdown<K, Q> breakdown, Set<K> keys) {
        ImmutableMap.Builder<K, Total<Q>> rows = ImmutableMap.builder();
        Map<Gap, Gap> gaps = new LinkedHashMap<>();
        for (K key : keys) {
            Total<Q> row = breakdown.row(key);
            rows.put(key, new Total<>(row.figure(), row.amount(), ImmutableList.of()));
            row.gaps()
                    .forEach(gap -> gaps.merge(
                            new Gap(gap.path(), gap.what(), 0),
                            gap,
                            (one, other) -> one.count() < other.count() ? other : one));
        }
        Figure.Sum<Q> figure = breakdown.figure();
        Total<Q> sum = new Breakdown<>(figure, rows.buildOrThrow(), Total.zero(figure)).total();
        return new Total<>(figure, sum.amount(), ImmutableList.copyOf(gaps.values()));
    }

    private ImmutableList<Cell> row(String title, Function<Breakdown<K, ?>, Total<?>> total) {
        ImmutableList.Builder<Cell> row = ImmutableList.builder();
        row.add(Cell.of(title));
        breakdowns.forEach(breakdown -> row.add(Cell.of(total.apply(breakdown))));
        return row.build();
    }
}
