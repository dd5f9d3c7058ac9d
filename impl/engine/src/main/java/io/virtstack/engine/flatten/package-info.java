/**
 * First step: trees of values become rows, one per layer and place, with the number of its copies.
 *
 * <p>Entry type: {@link io.virtstack.engine.flatten.Flattener}.
 */
@NullMarked
package io.virtstack.engine.flatten;

import org.jspecify.annotations.NullMarked;
