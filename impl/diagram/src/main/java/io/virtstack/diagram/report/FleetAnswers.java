package io.virtstack.diagram.report;

import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Optional;

/** The figures of a fleet. While its disk is undefined it tells sums alone. */
final class FleetAnswers extends Answers {
    private final Fleet fleet;

    FleetAnswers(Fleet fleet) {
        super(fleet::footprint);
        this.fleet = fleet;
    }

    @Override
    boolean isDefined(Figure<?> figure) {
        return super.isDefined(figure) && (undefined().isEmpty() || figure instanceof Figure.Sum);
    }

    @Override
    <Q> Optional<Total<Q>> findAlone(Figure<Q> figure) {
        return figure instanceof Figure.Sum<Q> sum ? Optional.of(fleet.total(sum)) : Optional.empty();
    }

    @Override
    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure) {
        return fleet.byKind(figure);
    }
}
