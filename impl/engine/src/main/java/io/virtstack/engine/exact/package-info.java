/**
 * Sums that cannot overflow on the way.
 *
 * <p>Entry type: {@link io.virtstack.engine.exact.WideSum}.
 */
@NullMarked
package io.virtstack.engine.exact;

import org.jspecify.annotations.NullMarked;
