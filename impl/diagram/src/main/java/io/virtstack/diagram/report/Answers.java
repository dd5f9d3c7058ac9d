package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Violation;
import java.util.Optional;
import java.util.function.Supplier;

/** The figures of something, also while its disk is undefined because a store holds something of two sizes. */
abstract class Answers {
    private final Optional<Footprint> footprint;
    private final ImmutableList<Violation> undefined;

    Answers(Supplier<Footprint> footprint) {
        Optional<Footprint> found = Optional.empty();
        ImmutableList<Violation> violations = ImmutableList.of();
        try {
            found = Optional.of(footprint.get());
        } catch (InvalidModelException e) {
            violations = e.violations();
        }
        this.footprint = found;
        this.undefined = violations;
    }

    /** {@return why the disk is undefined; empty when it is not} */
    ImmutableList<Violation> undefined() {
        return undefined;
    }

    boolean isDefined(Figure<?> figure) {
        return undefined.isEmpty() || !(figure.equals(Figure.DISK) || figure.equals(Figure.LOGICAL_DISK));
    }

    /** {@return a figure that is defined; empty for a duration when no application runs} */
    <Q> Optional<Total<Q>> find(Figure<Q> figure) {
        return footprint.isPresent() ? footprint.get().find(figure) : findAlone(figure);
    }

    /** {@return the figures that are defined and not nothing} */
    ImmutableList<Figure.Sum<?>> sums(Iterable<Figure.Sum<?>> of) {
        ImmutableList.Builder<Figure.Sum<?>> sums = ImmutableList.builder();
        for (Figure.Sum<?> sum : of) {
            if (isDefined(sum) && find(sum).filter(Answers::isSomething).isPresent()) {
                sums.add(sum);
            }
        }
        return sums.build();
    }

    static boolean isSomething(Total<?> total) {
        return total.amount() != 0 || !total.isExact();
    }

    /** {@return one figure apart from those that may be undefined} */
    abstract <Q> Optional<Total<Q>> findAlone(Figure<Q> figure);

    abstract <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure);
}
