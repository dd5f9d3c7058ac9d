package io.virtstack.fleet;

import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;

/**
 * What the copies of one application on one machine get of a figure. It is only valid while it is being received, so that a
 * million shares need not be a million objects.
 *
 * @param <Q> the quantity
 */
public interface Share<Q> {
    /** {@return where the copies stand} */
    LayerPath path();

    /**
     * {@return what it is called in a grouping}
     *
     * @param grouping by the names of what
     */
    String name(Grouping grouping);

    /** {@return the known part of what the copies get together, in base units} */
    long amount();

    /** {@return what the copies get together; gaps are at their path} */
    Total<Q> total();
}
