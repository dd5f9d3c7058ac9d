/**
 * How many more copies fit.
 *
 * <p>Entry type: {@link io.virtstack.engine.capacity.CapacitySearch}.
 */
@NullMarked
package io.virtstack.engine.capacity;

import org.jspecify.annotations.NullMarked;
