/**
 * Scenes as SVG, and that as PNG.
 *
 * <p>Entry type: {@link io.virtstack.diagram.svg.SvgWriter}.
 */
@NullMarked
package io.virtstack.diagram.svg;

import org.jspecify.annotations.NullMarked;
