package io.virtstack.fleet;

import io.virtstack.footprint.Total;

/**
 * A place in a ranking. Immutable and safe for use by several threads.
 *
 * @param name what is ranked, as its {@link Grouping} calls it
 * @param total what it has
 * @param <Q> the quantity
 */
public record Ranked<Q>(String name, Total<Q> total) {
    /** {@return name and total} */
    @Override
    public String toString() {
        return name + " " + total;
    }
}
