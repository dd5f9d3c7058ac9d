/**
 * What a stack costs: figures, totals with their gaps, breakdowns and explanations.
 *
 * <p>Entry type: {@link io.virtstack.footprint.Footprint}.
 */
@NullMarked
package io.virtstack.footprint;

import org.jspecify.annotations.NullMarked;
