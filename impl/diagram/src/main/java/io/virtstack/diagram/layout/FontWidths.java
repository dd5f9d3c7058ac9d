package io.virtstack.diagram.layout;

/** stub */
public final class FontWidths {
    private FontWidths() {}

    public static boolean isMeasured(int codePoint) {
        return codePoint < 0x250;
    }

    public static int width(String text, int fontSize, boolean bold) {
        return text.codePointCount(0, text.length()) * fontSize * (bold ? 72 : 66) / 100 + 1;
    }
}
