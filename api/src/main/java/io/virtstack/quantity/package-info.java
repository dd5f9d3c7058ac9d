/**
 * Exact measures: bytes, millicores, durations and ratios, each a {@code long} underneath and checked at every step.
 *
 * <p>Entry type: {@link io.virtstack.quantity.DataSize}. Nothing here rounds, wraps or saturates: text that is not a whole
 * number of the base unit is refused, and a result that does not fit is an {@link io.virtstack.quantity.OverflowException}.
 */
@NullMarked
package io.virtstack.quantity;

import org.jspecify.annotations.NullMarked;
