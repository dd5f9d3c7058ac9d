package io.virtstack.diagram.layout;

/** stub */
public final class TerminalWidth {
    private TerminalWidth() {}

    public static int of(String text) {
        return text.codePointCount(0, text.length());
    }

    public static String truncate(String text, int columns) {
        return of(text) <= columns
                ? text
                : columns == 0 ? "" : text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
    }
}
