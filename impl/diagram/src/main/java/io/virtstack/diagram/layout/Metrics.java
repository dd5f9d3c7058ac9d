package io.virtstack.diagram.layout;

/**
 * The unit of a plane, and how much room texts take on it. Blocks that touch share their edge; what is drawn of the edge lies
 * within the padding.
 */
public interface Metrics {
    /** {@return the width of a text} */
    int width(String text, TextStyle style);

    /** {@return the height of a line of text} */
    int lineHeight(TextStyle style);

    /** {@return the room between a block's left edge and its text} */
    int paddingLeft();

    /** {@return the room between a block's text and its right edge} */
    int paddingRight();

    /** {@return the room between a block's upper edge and its text} */
    int paddingTop();

    /** {@return the room between a block's text and its lower edge} */
    int paddingBottom();

    /** {@return the room between what belongs apart} */
    int gap();

    /** {@return the room between texts that belong together} */
    int space();

    /** {@return the room between blocks beside one another that would else run into one another} */
    int between();

    /** {@return the least width of a block that can be seen as one} */
    int visible();

    /** {@return the least width of a block in which a text can be guessed} */
    int narrowest();

    /** {@return the width that a block needs at most for its own texts} */
    int widest();

    /** {@return the width that lines of figures should have, if there is room} */
    int readable();

    /** {@return the text if it fits a width, else as much of its beginning as fits with an ellipsis; nothing if that does not} */
    default String fit(String text, int width, TextStyle style) {
        if (width(text, style) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0) {
            end = text.offsetByCodePoints(end, -1);
            String shorter = text.substring(0, end).stripTrailing() + "…";
            if (width(shorter, style) <= width) {
                return shorter;
            }
        }
        return "";
    }
}
