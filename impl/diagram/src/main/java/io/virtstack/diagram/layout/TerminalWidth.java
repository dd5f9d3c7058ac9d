package io.virtstack.diagram.layout;

/**
 * How many columns of a terminal a text takes.
 *
 * <p>Two for characters of East Asia and for emoji, none for what is drawn over the character before or not at all (combining
 * and format characters, vowels and finals of Hangul in parts), one for all else. Terminals do not agree on emoji that a
 * variation selector makes, nor on several joined into one: each character counts for itself here.
 */
public final class TerminalWidth {
    private static final String ELLIPSIS = "…";

    private TerminalWidth() {}

    /** {@return the columns that the text takes} */
    public static int of(String text) {
        return text.codePoints().map(TerminalWidth::of).sum();
    }

    /** {@return the columns that a character takes: 0, 1 or 2} */
    public static int of(int codePoint) {
        if (isDrawnOver(codePoint)) {
            return 0;
        }
        return WideCharacters.contains(codePoint) ? 2 : 1;
    }

    /**
     * {@return the text, or as much of its beginning as fits, followed by "…"} It takes no more columns than asked for, and a
     * character is never parted from its second half or from what combines with it.
     *
     * @param text any text
     * @param columns how many columns there are; with none, nothing is left
     */
    public static String truncate(String text, int columns) {
        if (of(text) <= columns) {
            return text;
        }
        if (columns <= 0) {
            return "";
        }
        int taken = 0;
        int end = 0;
        while (end < text.length()) {
            int codePoint = text.codePointAt(end);
            taken += of(codePoint);
            if (taken > columns - 1) {
                break;
            }
            end += Character.charCount(codePoint);
        }
        return text.substring(0, end) + ELLIPSIS;
    }

    /** Whether a character takes no room of its own, in any font and on any terminal. */
    static boolean isDrawnOver(int codePoint) {
        if (isPartOfHangul(codePoint)) {
            return true;
        }
        return switch (Character.getType(codePoint)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> true;
            default -> false;
        };
    }

    /** Whether it is a vowel or final that joins the initial before it. */
    private static boolean isPartOfHangul(int codePoint) {
        return (codePoint >= 0x1160 && codePoint <= 0x11FF) || (codePoint >= 0xD7B0 && codePoint <= 0xD7FF);
    }
}
