/**
 * Scenes as text with lines of box-drawing characters.
 *
 * <p>Entry type: {@link io.virtstack.diagram.text.TextCanvas}.
 */
@NullMarked
package io.virtstack.diagram.text;

import org.jspecify.annotations.NullMarked;
