package io.virtstack.comparison;

import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.Ratio;
import java.util.Optional;

/**
 * One figure before and after. Immutable and safe for use by several threads.
 *
 * @param figure what is compared
 * @param before the total before; empty for a duration with no running application
 * @param after the total after; empty for a duration with no running application
 * @param <Q> the quantity
 */
public record Change<Q>(Figure<Q> figure, Optional<Total<Q>> before, Optional<Total<Q>> after) {
    /**
     * {@return after less before; empty when a side is absent or has a gap, for then the difference is unknown too}
     *
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public Optional<Q> difference() {
        return bothExact()
                ? Optional.of(figure.quantity(Exact.subtract(
                        after.orElseThrow().amount(), before.orElseThrow().amount(), figure.label())))
                : Optional.empty();
    }

    /** {@return after by before, exactly; empty when the difference is, or when there was nothing before} */
    public Optional<Ratio> ratio() {
        return bothExact()
                        && before.orElseThrow().amount() > 0
                        && after.orElseThrow().amount() >= 0
                ? Optional.of(new Ratio(
                        after.orElseThrow().amount(), before.orElseThrow().amount()))
                : Optional.empty();
    }

    private boolean bothExact() {
        return before.filter(Total::isExact).isPresent()
                && after.filter(Total::isExact).isPresent();
    }
}
