package io.virtstack.comparison;

import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import java.util.Map;
import java.util.Optional;

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

    /** {@return a table: a line per figure, and below those of disk a line per kind of layer} */
    @Override
    public String toString() {
        boolean sameName = before.name().equals(after.name());
        TextTable table = new TextTable(
                "", sameName ? "before" : before.name(), sameName ? "after" : after.name(), "difference", "ratio");
        for (Figure<?> figure : Figure.all()) {
            addRow(table, figure.label(), change(figure));
            if (figure.equals(Figure.DISK)) {
                addKinds(table);
            }
        }
        return table + difference("only before: ", onlyBefore()) + difference("only after: ", onlyAfter());
    }

    private void addKinds(TextTable table) {
        for (Category category : Category.values()) {
            String label =
                    "  " + category.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            addRow(table, label, change(Figure.DISK, category));
        }
    }

    private static <Q> void addRow(TextTable table, String label, Change<Q> change) {
        boolean nothing = change.before()
                        .map(total -> total.amount() == 0 && total.isExact())
                        .orElse(true)
                && change.after()
                        .map(total -> total.amount() == 0 && total.isExact())
                        .orElse(true);
        if (nothing) {
            return;
        }
        Figure<Q> figure = change.figure();
        table.add(
                label,
                change.before().map(Object::toString).orElse("–"),
                change.after().map(Object::toString).orElse("–"),
                change.difference()
                        .map(difference -> signed(figure, figure.amount(difference)))
                        .orElse("unknown"),
                change.ratio().map(ratio -> ratio.toRoundedString()).orElse("–"));
    }

    private static String signed(Figure<?> figure, long amount) {
        return (amount > 0 ? "+" : "") + figure.format(amount);
    }

    private static String difference(String label, Map<String, Long> applications) {
        return Optional.of(applications)
                .filter(some -> !some.isEmpty())
                .map(some -> System.lineSeparator() + label + some)
                .orElse("");
    }
}
