package io.virtstack.diagram.layout;

/**
 * The safe, visible form of a text that comes from elsewhere, such as a name in an inventory. It is one line that shows all that
 * it consists of, on any output; what it means to HTML, SVG or Mermaid is for those to escape.
 *
 * <ul>
 *   <li>White space, line and paragraph separators, tabulators and the blank of Braille: each run becomes one space, none at
 *       either end.
 *   <li>Other control characters (ESC among them), everything that turns the direction of writing, other format characters, tags
 *       among them, unpaired surrogates, private use, noncharacters, and what the Java runtime's Unicode does not assign: each
 *       becomes U+FFFD, so that it is seen that there was something.
 *   <li>What is invisible but usual in honest text is dropped: soft hyphens, joiners and non-joiners of zero width, marks of byte
 *       order, variation selectors, fillers of Hangul.
 *   <li>A character keeps three combining marks, more are dropped: piles of them leave their line. A mark that begins the text or
 *       follows a space stands on a dotted circle, else it would be drawn over what is not its own.
 *   <li>200 code points at most; longer texts end in "…", without a character that lost some of its marks.
 *   <li>If nothing would be left of a text that is not blank, U+FFFD is.
 * </ul>
 *
 * <p>The form of such a form is itself.
 */
public final class PlainText {
    private static final int LONGEST = 200;
    private static final int MOST_MARKS = 3;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int DOTTED_CIRCLE = 0x25CC;
    private static final int ELLIPSIS = 0x2026;
    private static final int BLANK_OF_BRAILLE = 0x2800;

    private final int longest;
    private final int[] shown;
    private int length;
    private int marks;
    private boolean spaceDue;
    private boolean dropped;

    private PlainText(int longest) {
        this.longest = longest;
        this.shown = new int[longest + 1];
    }

    /** {@return the safe, visible form of a text} */
    public static String of(String name) {
        return new PlainText(LONGEST).form(name);
    }

    /** {@return the safe, visible form of a text that consists of several, however long it is} */
    public static String ofAnyLength(String text) {
        // A mark may get a circle and a space to stand on.
        return new PlainText(Math.multiplyExact(text.length(), 3)).form(text);
    }

    private String form(String text) {
        for (int at = 0; at < text.length() && length <= longest; ) {
            int codePoint = text.codePointAt(at);
            take(codePoint);
            at += Character.charCount(codePoint);
        }
        return end();
    }

    private void take(int codePoint) {
        if (isSpace(codePoint)) {
            spaceDue = length > 0;
        } else if (isInvisible(codePoint)) {
            dropped = true;
        } else if (isMark(codePoint)) {
            takeMark(codePoint);
        } else {
            marks = 0;
            show(isUnsafe(codePoint) ? REPLACEMENT : codePoint);
        }
    }

    private void takeMark(int codePoint) {
        if (length == 0 || spaceDue) {
            marks = 0;
            show(DOTTED_CIRCLE);
        }
        if (marks < MOST_MARKS) {
            marks++;
            show(codePoint);
        }
    }

    private void show(int codePoint) {
        if (spaceDue) {
            spaceDue = false;
            append(' ');
        }
        append(codePoint);
    }

    private void append(int codePoint) {
        // One more than the longest is enough to know that there is more.
        if (length <= longest) {
            shown[length++] = codePoint;
        }
    }

    private String end() {
        if (length > longest) {
            length = longest - 1;
            while (isMark(shown[length])) {
                length--;
            }
            while (shown[length - 1] == ' ') {
                length--;
            }
            shown[length++] = ELLIPSIS;
        }
        if (length == 0 && dropped) {
            shown[length++] = REPLACEMENT;
        }
        return new String(shown, 0, length);
    }

    private static boolean isSpace(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || (codePoint >= '\t' && codePoint <= '\r')
                || codePoint == 0x85
                || codePoint == BLANK_OF_BRAILLE;
    }

    private static boolean isInvisible(int codePoint) {
        return switch (codePoint) {
            // Soft hyphen, grapheme joiner, zero width space, non-joiner and joiner, word joiner, byte order mark.
            case 0xAD, 0x34F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF -> true;
            // Fillers of Hangul, inherent vowels of Khmer.
            case 0x115F, 0x1160, 0x3164, 0xFFA0, 0x17B4, 0x17B5 -> true;
            default ->
                (codePoint >= 0x180B && codePoint <= 0x180F)
                        || (codePoint >= 0xFE00 && codePoint <= 0xFE0F)
                        || (codePoint >= 0xE0100 && codePoint <= 0xE01EF);
        };
    }

    private static boolean isMark(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isUnsafe(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
