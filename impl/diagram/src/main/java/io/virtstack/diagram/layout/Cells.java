package io.virtstack.diagram.layout;

/** The cells of a terminal. An edge takes a cell, which blocks that touch share. */
public enum Cells implements Metrics {
    /** The only ones. */
    CELLS;

    @Override
    public int width(String text, TextStyle style) {
        return TerminalWidth.of(text);
    }

    @Override
    public int lineHeight(TextStyle style) {
        return 1;
    }

    @Override
    public int paddingLeft() {
        return 2;
    }

    @Override
    public int paddingRight() {
        return 1;
    }

    @Override
    public int paddingTop() {
        return 1;
    }

    @Override
    public int paddingBottom() {
        return 0;
    }

    @Override
    public int gap() {
        return 2;
    }

    @Override
    public int space() {
        return 1;
    }

    @Override
    public int between() {
        return 1;
    }

    @Override
    public int visible() {
        return 5;
    }

    @Override
    public int narrowest() {
        return 11;
    }

    @Override
    public int readable() {
        return 34;
    }

    @Override
    public int widest() {
        return 28;
    }

    @Override
    public String fit(String text, int width, TextStyle style) {
        return TerminalWidth.truncate(text, Math.max(0, width));
    }
}
