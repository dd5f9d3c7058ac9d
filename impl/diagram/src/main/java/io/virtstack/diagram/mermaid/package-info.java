/**
 * Blocks as Mermaid flowcharts.
 *
 * <p>Entry type: {@link io.virtstack.diagram.mermaid.Flowchart}.
 */
@NullMarked
package io.virtstack.diagram.mermaid;

import org.jspecify.annotations.NullMarked;
