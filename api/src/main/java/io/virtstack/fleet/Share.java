package io.virtstack.fleet;

import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;

/**
 * Receives what the application copies of a fleet get of a figure, path by path.
 *
 * @param <Q> the quantity
 */
@FunctionalInterface
public interface Share<Q> {
    /**
     * Takes one share in.
     *
     * @param application where the copies stand; several calls may have the same path
     * @param share what the copies get together
     */
    void of(LayerPath application, Total<Q> share);
}
