/**
 * Two stacks side by side: what differs, per figure and per kind of layer.
 *
 * <p>Entry type: {@link io.virtstack.comparison.Comparison}.
 */
@NullMarked
package io.virtstack.comparison;

import org.jspecify.annotations.NullMarked;
