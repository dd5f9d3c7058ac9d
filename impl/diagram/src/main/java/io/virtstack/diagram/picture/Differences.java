package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.comparison.Change;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.block.ShortFigures;
import io.virtstack.footprint.Figure;

/**
 * What changes from one side of a comparison to the other, a line for each figure that is not the same.
 *
 * @param lines for example {@code disk −2.21 GB (× 0.32)}
 */
record Differences(ImmutableList<String> lines) {
    private static final ImmutableList<Figure<?>> SHOWN = ImmutableList.of(
            Figure.DISK, Figure.MEMORY, Figure.CPU, Figure.STARTUP, Figure.OPERATING_SYSTEMS, Figure.APPLICATIONS);

    static Differences of(Comparison comparison) {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (Figure<?> figure : SHOWN) {
            add(comparison.change(figure), lines);
        }
        if (!comparison.sameApplications()) {
            lines.add("not the same applications");
        }
        return new Differences(lines.build());
    }

    private static <Q> void add(Change<Q> change, ImmutableList.Builder<String> lines) {
        Figure<Q> figure = change.figure();
        if (change.before().isEmpty() && change.after().isEmpty()) {
            return;
        }
        if (change.difference().isEmpty()) {
            lines.add(figure.label() + " unknown");
            return;
        }
        long difference = figure.amount(change.difference().get());
        if (difference != 0) {
            String ratio = change.ratio()
                    .map(exact -> " (× " + exact.toRoundedString() + ")")
                    .orElse("");
            lines.add(figure.label() + " " + signed(figure, difference) + ratio);
        }
    }

    /** {@return a difference in short, with its sign} */
    static String signed(Figure<?> figure, long difference) {
        String text = ShortFigures.of(figure, difference);
        return text.startsWith("-") ? "−" + text.substring(1) : "+" + text;
    }
}
