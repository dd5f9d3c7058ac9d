/**
 * What is drawn of a stack, as a tree: layers and image layers that carry one another, copies and figures as text.
 *
 * <p>Entry type: {@link io.virtstack.diagram.block.StackBlocks}.
 */
@NullMarked
package io.virtstack.diagram.block;

import org.jspecify.annotations.NullMarked;
