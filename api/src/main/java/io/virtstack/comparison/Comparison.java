package io.virtstack.comparison;

import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What changes from one stack to another, with the same accounting on both sides. Immutable and safe for use by several
 * threads.
 *
 * @param before the side before
 * @param after the side after
 */
public record Comparison(Side before, Side after) {
    /**
     * {@return how a figure changes}
     *
     * @param figure which figure
     * @param <Q> the quantity
     */
    public <Q> Change<Q> change(Figure<Q> figure) {
        return new Change<>(
                figure, before.footprint().find(figure), after.footprint().find(figure));
    }

    /**
     * {@return how one kind's part of a sum changes}
     *
     * @param figure which sum
     * @param category which row
     * @param <Q> the quantity
     */
    public <Q> Change<Q> change(Figure.Sum<Q> figure, Category category) {
        return new Change<>(
                figure,
                before.breakdown(figure).map(breakdown -> breakdown.row(category)),
                after.breakdown(figure).map(breakdown -> breakdown.row(category)));
    }

    /** {@return whether the same applications, by name and version, run in the same number on both sides} */
    public boolean sameApplications() {
        return before.applications().equals(after.applications());
    }

    /** {@return applications of which there are fewer after, each with how many fewer} */
    public ImmutableMap<String, Long> onlyBefore() {
        return surplus(before.applications(), after.applications());
    }

    /** {@return applications of which there are more after, each with how many more} */
    public ImmutableMap<String, Long> onlyAfter() {
        return surplus(after.applications(), before.applications());
    }

    private static ImmutableMap<String, Long> surplus(Map<String, Long> of, Map<String, Long> over) {
        ImmutableMap.Builder<String, Long> surplus = ImmutableMap.builder();
        of.forEach((name, count) -> {
            long more = count - over.getOrDefault(name, 0L);
            if (more > 0) {
                surplus.put(name, more);
            }
        });
        return surplus.buildOrThrow();
    }

    /** {@return a table of exact figures: a line per figure, and below that of disk a line per kind of layer} */
    @Override
    public String toString() {
        return table(Figure::format, Total::toString);
    }

    /** {@return the same table with sizes in three significant digits, for people} */
    public String toRoundedString() {
        return table(Figure::formatRounded, Total::toRoundedString);
    }

    private String table(BiFunction<Figure<?>, Long, String> amount, Function<Total<?>, String> total) {
        ComparisonTable table = new ComparisonTable(this, amount, total);
        return table + difference("only before: ", onlyBefore()) + difference("only after: ", onlyAfter());
    }

    private static String difference(String label, Map<String, Long> applications) {
        return applications.isEmpty() ? "" : System.lineSeparator() + label + applications;
    }
}
