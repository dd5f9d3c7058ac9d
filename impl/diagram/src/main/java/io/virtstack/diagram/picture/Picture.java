package io.virtstack.diagram.picture;

import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Scene;

/** What is drawn, before it is known how. */
public interface Picture {
    /**
     * {@return everything in its place}
     *
     * @param metrics the plane
     * @param width that it may have
     */
    Scene scene(Metrics metrics, int width);

    /** {@return the same as a Mermaid diagram} */
    String mermaid();
}
