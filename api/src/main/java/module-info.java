/**
 * The layers, quantities and footprints of VirtStack, and the contract of its aggregation engine.
 *
 * <p>Start at {@link io.virtstack.AggregationEngine} and at the layers in {@link io.virtstack.layer}.
 */
module io.virtstack.api {
    requires transitive com.google.common;
    requires static java.compiler;
    requires static com.google.errorprone.annotations;
    requires static transitive org.jspecify;
    requires static org.immutables.value.annotations;

    exports io.virtstack;
    exports io.virtstack.capacity;
    exports io.virtstack.comparison;
    exports io.virtstack.fleet;
    exports io.virtstack.footprint;
    exports io.virtstack.image;
    exports io.virtstack.layer;
    exports io.virtstack.machine;
    exports io.virtstack.migration;
    exports io.virtstack.platform;
    exports io.virtstack.quantity;
    exports io.virtstack.violation;

    uses io.virtstack.AggregationEngine;
}
