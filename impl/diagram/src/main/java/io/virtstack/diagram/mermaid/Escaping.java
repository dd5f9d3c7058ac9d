package io.virtstack.diagram.mermaid;

import com.google.common.collect.ImmutableList;
import java.util.regex.Pattern;

/**
 * Names in Mermaid's source. Whatever is not a letter, a digit or harmless is written as a character reference, so that no
 * name ends its label or becomes HTML. Mermaid looks for Markdown, formulas and icons only after it has read the references: what
 * would be one is taken apart by invisible word joiners, or replaced by the character that looks most like it.
 */
final class Escaping {
    private static final String HARMLESS = " .,:-_/+()·×≥…";
    private static final String WORD_JOINER = "\u2060";
    private static final Pattern LIST_OR_HEADING = Pattern.compile("^(?=[-+#]|\\d+[.)])");
    private static final Pattern EMPHASIS = Pattern.compile("(?<![\\p{L}\\p{N}])(?=_)|(?<=_)(?![\\p{L}\\p{N}])");
    private static final Pattern FORMULA = Pattern.compile("(?<=\\$)(?=\\$)");
    private static final Pattern ICON = Pattern.compile("(?<=\\bfa[bklrs]?)(?=:fa-)");

    private Escaping() {}

    /** {@return a text between the quotes of a label} */
    static String label(String name) {
        String plain = name.replace('`', '\u02CB').replace('*', '\u2217').replace('~', '\u223C');
        plain = LIST_OR_HEADING.matcher(plain).replaceFirst(WORD_JOINER);
        for (Pattern markup : ImmutableList.of(EMPHASIS, FORMULA, ICON)) {
            plain = markup.matcher(plain).replaceAll(WORD_JOINER);
        }
        StringBuilder escaped = new StringBuilder();
        plain.codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || HARMLESS.indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
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
