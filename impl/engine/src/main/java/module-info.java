/** The aggregation engine of VirtStack. It exports nothing: it is found through {@link io.virtstack.AggregationEngine}. */
module io.virtstack.engine {
    requires io.virtstack.api;
    requires static org.jspecify;

    provides io.virtstack.AggregationEngine with
            io.virtstack.engine.ColumnarEngine;
}
