/**
 * Stacks and figures as pictures.
 *
 * <p>Entry type: {@link io.virtstack.diagram.Diagram}.
 */
@NullMarked
package io.virtstack.diagram;

import org.jspecify.annotations.NullMarked;
