/**
 * The pictures there are, each as a scene on any plane and as Mermaid.
 *
 * <p>Entry type: {@link io.virtstack.diagram.picture.Picture}.
 */
@NullMarked
package io.virtstack.diagram.picture;

import org.jspecify.annotations.NullMarked;
