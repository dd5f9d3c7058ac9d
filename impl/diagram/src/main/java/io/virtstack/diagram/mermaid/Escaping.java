package io.virtstack.diagram.mermaid;

/**
 * Names in Mermaid's source. Whatever is not a letter, a digit or harmless is written as a character reference, so that no
 * name ends its label, is read as Markdown, or becomes HTML.
 */
final class Escaping {
    private static final String HARMLESS = " .,:-_/+()·×≥…";

    /** Two of them would begin a formula, references or not. */
    private static final String DOLLAR = "#36;";

    private static final String WORD_JOINER = "#8288;";

    private Escaping() {}

    /** {@return a text between the quotes of a label} */
    static String label(String name) {
        StringBuilder escaped = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString().replace(DOLLAR + DOLLAR, DOLLAR + WORD_JOINER + DOLLAR);
    }

    /** {@return a text that takes the rest of a line, which knows no references} */
    static String line(String name) {
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .map(point -> Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0 ? point : ' ')
                .forEach(kept::appendCodePoint);
        return kept.toString().strip();
    }
}
