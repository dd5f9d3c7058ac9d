package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.ShortFigures;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import java.util.Optional;

/** What everything costs together, a figure each. */
public final class Totals {
    private static final ImmutableList<Figure<?>> SHOWN = ImmutableList.of(
            Figure.DISK,
            Figure.MEMORY,
            Figure.CPU,
            Figure.STARTUP,
            Figure.OPERATING_SYSTEMS,
            Figure.VIRTUAL_MACHINES,
            Figure.CONTAINERS);

    private Totals() {}

    /** {@return the figures in short that are not nothing} */
    public static ImmutableList<String> of(Footprint footprint) {
        ImmutableList.Builder<String> totals = ImmutableList.builder();
        for (Figure<?> figure : SHOWN) {
            Optional<? extends Total<?>> total = footprint.find(figure);
            total.filter(known -> known.amount() != 0 || !known.isExact())
                    .ifPresent(known -> totals.add(figure.label() + " " + ShortFigures.of(known)));
        }
        return totals.build();
    }
}
