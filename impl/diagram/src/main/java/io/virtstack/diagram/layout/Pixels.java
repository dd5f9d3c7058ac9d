package io.virtstack.diagram.layout;

/** Pixels of a picture whose texts are set in DejaVu Sans, or in Verdana, which is about as wide. */
public enum Pixels implements Metrics {
    /** The only ones. */
    PIXELS;

    /** {@return the size of the font, in pixels} */
    public int fontSize(TextStyle style) {
        return switch (style) {
            case HEADING -> 16;
            case NAME -> 13;
            case FIGURE -> 11;
        };
    }

    /** {@return whether the font is bold} */
    public boolean isBold(TextStyle style) {
        return style != TextStyle.FIGURE;
    }

    @Override
    public int width(String text, TextStyle style) {
        return FontWidths.width(text, fontSize(style), isBold(style));
    }

    @Override
    public int lineHeight(TextStyle style) {
        return fontSize(style) * 3 / 2;
    }

    @Override
    public int paddingLeft() {
        return 12;
    }

    @Override
    public int paddingRight() {
        return 12;
    }

    @Override
    public int paddingTop() {
        return 9;
    }

    @Override
    public int paddingBottom() {
        return 10;
    }

    @Override
    public int gap() {
        return 28;
    }

    @Override
    public int space() {
        return 8;
    }

    @Override
    public int between() {
        return 0;
    }

    @Override
    public int visible() {
        return 8;
    }

    @Override
    public int narrowest() {
        return 100;
    }

    @Override
    public int readable() {
        return 420;
    }

    @Override
    public int widest() {
        return 240;
    }
}
