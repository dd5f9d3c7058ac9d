package io.virtstack.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import java.util.Optional;

/**
 * One side of a comparison. Immutable and safe for use by several threads.
 *
 * @param name what is compared, for example the name of the machine
 * @param footprint what it costs
 * @param breakdowns its sums by kind of layer, each figure once
 * @param applications how many copies of which applications it runs, by name and version
 */
public record Side(
        String name,
        Footprint footprint,
        ImmutableList<Breakdown<Category, ?>> breakdowns,
        ImmutableMap<String, Long> applications) {

    @SuppressWarnings("unchecked") // a breakdown is of the quantity of its figure
    <Q> Optional<Breakdown<Category, Q>> breakdown(Figure.Sum<Q> figure) {
        return breakdowns.stream()
                .filter(breakdown -> breakdown.figure().equals(figure))
                .findFirst()
                .map(breakdown -> (Breakdown<Category, Q>) breakdown);
    }
}
