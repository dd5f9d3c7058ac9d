package io.virtstack.diagram.layout;

/** stub */
public final class PlainText {
    private PlainText() {}

    public static String of(String name) {
        return name.replaceAll("\\s+", " ").replaceAll("\\p{C}", "\uFFFD").trim();
    }
}
