/**
 * Blocks and texts placed on a plane, the same way for pixels and for the cells of a terminal.
 *
 * <p>Entry type: {@link io.virtstack.diagram.layout.Scene}.
 */
@NullMarked
package io.virtstack.diagram.layout;

import org.jspecify.annotations.NullMarked;
