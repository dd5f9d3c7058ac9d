package io.virtstack.diagram;

/** A picture of layers with their figures. */
public final class Diagram {
    private Diagram() {}
}
