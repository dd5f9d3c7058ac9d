package io.virtstack.diagram.report;

import io.virtstack.Aggregation;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Optional;

/** The figures of machines. */
final class MachineAnswers extends Answers {
    private final Aggregation aggregation;

    MachineAnswers(Aggregation aggregation) {
        super(aggregation::footprint);
        this.aggregation = aggregation;
    }

    Aggregation aggregation() {
        return aggregation;
    }

    @Override
    <Q> Optional<Total<Q>> findAlone(Figure<Q> figure) {
        return aggregation.find(figure);
    }

    @Override
    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure) {
        return aggregation.byKind(figure);
    }
}
