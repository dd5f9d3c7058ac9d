package io.virtstack.diagram.layout;

/**
 * A text on one line.
 *
 * @param area what it takes
 * @param text what it says
 * @param style how important it is
 */
public record PlacedText(Area area, String text, TextStyle style) {
    /** {@return the same elsewhere} */
    PlacedText moved(int right, int down) {
        return new PlacedText(area.moved(right, down), text, style);
    }
}
