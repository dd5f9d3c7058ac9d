package io.virtstack.diagram.layout;

import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * How wide text is in Verdana or DejaVu Sans, whichever is wider, so that it fits in either; known without a font or a screen.
 *
 * <p>Latin, Greek and Cyrillic letters, punctuation, currencies, arrows, mathematical operators, boxes and geometric shapes are
 * measured, see {@code font-widths.txt}; other characters come from whatever font a reader has, and their widths are guesses.
 */
public final class FontWidths {
    private static final int KNOWN = 0x2800;
    private static final short UNKNOWN = -1;
    private static final int GUESS = 1200;
    private static final int WIDE = 1000;
    private static final int EMOJI = 1400;
    private static final int FIRST_EMOJI = 0x1F000;
    private static final int LAST_EMOJI = 0x1FAFF;

    private static final short[] REGULAR = new short[KNOWN];
    private static final short[] BOLD = new short[KNOWN];

    static {
        Arrays.fill(REGULAR, UNKNOWN);
        Arrays.fill(BOLD, UNKNOWN);
        read();
    }

    private FontWidths() {}

    private static void read() {
        try (InputStream stream = FontWidths.class.getResourceAsStream("font-widths.txt")) {
            if (stream == null) {
                throw new IllegalStateException("font-widths.txt is missing beside " + FontWidths.class);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.US_ASCII));
            reader.lines().filter(line -> !line.startsWith("#")).forEach(FontWidths::readRow);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void readRow(String row) {
        List<String> words = Splitter.on(' ').splitToList(row);
        short[] widths = words.get(1).equals("bold") ? BOLD : REGULAR;
        int first = Integer.parseInt(words.get(0), 16);
        for (int at = 2; at < words.size(); at++) {
            if (!words.get(at).equals("-")) {
                widths[first + at - 2] = Short.parseShort(words.get(at));
            }
        }
    }

    /** {@return whether the width of a character is known in both weights, rather than guessed} */
    public static boolean isMeasured(int codePoint) {
        return codePoint < KNOWN && REGULAR[codePoint] != UNKNOWN && BOLD[codePoint] != UNKNOWN;
    }

    /**
     * {@return how far a character moves the pen, in thousandths of the font size} Nothing for what is drawn over the character
     * before; a careful guess for a character that is not {@linkplain #isMeasured measured}.
     *
     * @param codePoint the character
     * @param bold whether it is bold
     */
    public static int perMille(int codePoint, boolean bold) {
        if (isMeasured(codePoint)) {
            return bold ? BOLD[codePoint] : REGULAR[codePoint];
        }
        if (TerminalWidth.isDrawnOver(codePoint)) {
            return 0;
        }
        if (codePoint >= FIRST_EMOJI && codePoint <= LAST_EMOJI) {
            return EMOJI;
        }
        return WideCharacters.contains(codePoint) ? WIDE : GUESS;
    }

    /**
     * {@return the room that a line of text needs, in whole pixels, rounded up}
     *
     * @param text the line
     * @param fontSize in pixels
     * @param bold whether it is bold
     * @throws ArithmeticException if the text is wider than an {@code int} can say
     */
    public static int width(String text, int fontSize, boolean bold) {
        long perMille = text.codePoints()
                .mapToLong(codePoint -> perMille(codePoint, bold))
                .sum();
        return Math.toIntExact(Math.addExact(Math.multiplyExact(perMille, fontSize), 999) / 1000);
    }
}
