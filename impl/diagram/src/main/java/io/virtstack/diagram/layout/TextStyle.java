package io.virtstack.diagram.layout;

/** How important a text is. */
public enum TextStyle {
    /** What a whole picture, or a part of it, is called. */
    HEADING,
    /** What a block is called. */
    NAME,
    /** Anything else. */
    FIGURE
}
