package io.virtstack.diagram.layout;

import com.google.common.base.CharMatcher;

/**
 * Untrusted text as people see it, and nothing else.
 *
 * <p>Whatever makes something happen rather than being seen becomes U+FFFD: control characters (an escape would command a
 * terminal), changes of direction (a name would read as another), other format characters (two names that differ would look
 * alike), unpaired surrogates, private and unassigned characters (nobody knows what they look like). Runs of white space
 * become one space, as HTML has it. More than four marks on one character are left out: they would reach into other lines.
 * What is longer than 200 characters ends with an ellipsis.
 */
public final class PlainText {
    private static final int LONGEST = 200;
    private static final int MOST_MARKS = 4;
    private static final int REPLACEMENT = 0xFFFD;
    private static final CharMatcher SPACE = CharMatcher.whitespace().or(CharMatcher.is('\u0085'));

    private PlainText() {}

    /** {@return the text to show} */
    public static String of(String text) {
        StringBuilder plain = new StringBuilder();
        int shown = 0;
        int marks = 0;
        for (int i = 0; i < text.length() && shown <= LONGEST; ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point < Character.MIN_SUPPLEMENTARY_CODE_POINT && SPACE.matches((char) point)) {
                if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
                    plain.append(' ');
                    shown++;
                }
                marks = 0;
                continue;
            }
            boolean isMark = isMark(point);
            marks = isMark ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                // A mark on nothing would be on whatever is before the text.
                boolean onNothing = isMark && (plain.length() == 0 || plain.charAt(plain.length() - 1) == ' ');
                plain.appendCodePoint(isSeen(point) && !onNothing ? point : REPLACEMENT);
                shown++;
            }
        }
        return shortened(plain.toString().stripTrailing());
    }

    private static String shortened(String plain) {
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isSeen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
