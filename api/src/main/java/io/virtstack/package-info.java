/**
 * The engine that answers what stacks of layers cost.
 *
 * <p>Entry type: {@link io.virtstack.AggregationEngine}.
 */
@NullMarked
package io.virtstack;

import org.jspecify.annotations.NullMarked;
