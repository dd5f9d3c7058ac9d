package io.virtstack.comparison;

import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** A comparison as text: a line per figure that is not nothing on both sides. */
final class ComparisonTable {
    private static final String NONE = "–";

    private final TextTable table;
    private final BiFunction<Figure<?>, Long, String> amountText;
    private final Function<Total<?>, String> totalText;

    ComparisonTable(
            Comparison comparison,
            BiFunction<Figure<?>, Long, String> amountText,
            Function<Total<?>, String> totalText) {
        String before = comparison.before().name();
        String after = comparison.after().name();
        boolean sameName = before.equals(after);
        this.table = new TextTable("", sameName ? "before" : before, sameName ? "after" : after, "difference", "ratio");
        this.amountText = amountText;
        this.totalText = totalText;
        for (Figure<?> figure : Figure.all()) {
            add(figure.label(), comparison.change(figure));
            if (figure.equals(Figure.DISK)) {
                for (Category category : Category.values()) {
                    add("  " + category.label(), comparison.change(Figure.DISK, category));
                }
            }
        }
    }

    private <Q> void add(String label, Change<Q> change) {
        if (isNothing(change.before()) && isNothing(change.after())) {
            return;
        }
        Figure<Q> figure = change.figure();
        table.add(
                label,
                change.before().map(totalText).orElse(NONE),
                change.after().map(totalText).orElse(NONE),
                change.difference()
                        .map(difference -> signed(figure, figure.amount(difference)))
                        .orElse("unknown"),
                change.ratio().map(ratio -> ratio.toRoundedString()).orElse(NONE));
    }

    private static boolean isNothing(Optional<? extends Total<?>> total) {
        return total.isEmpty() || (total.get().amount() == 0 && total.get().isExact());
    }

    private String signed(Figure<?> figure, long amount) {
        return (amount > 0 ? "+" : "") + amountText.apply(figure, amount);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
