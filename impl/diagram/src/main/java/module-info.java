/**
 * Draws the layers of VirtStack, with their figures.
 *
 * <p>Start at {@link io.virtstack.diagram.Diagram}.
 */
module io.virtstack.diagram {
    requires transitive io.virtstack.api;
    requires static transitive org.jspecify;
    requires static com.google.errorprone.annotations;
    requires com.github.weisj.jsvg;
    requires java.desktop;
    requires java.xml;

    exports io.virtstack.diagram;
}
