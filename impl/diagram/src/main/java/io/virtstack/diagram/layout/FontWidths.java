package io.virtstack.diagram.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * How wide characters are in DejaVu Sans, the font that pictures name first, so that nobody needs the font to lay one out. The
 * figures, in thousandths of the font's size, are advance widths as Java's font renderer gives them for version 2.37.
 */
public final class FontWidths {
    private static final String FILE = "font-widths.txt";
    private static final int LIMIT = 0x2600;
    private static final int WIDE = 1000;
    /** Of a character that was not measured: few are wider, and writers force those. */
    private static final int GUESS = 1200;

    private static final int EM = 1000;
    /** Verdana, the second choice, has some characters that are a little wider. */
    private static final int PERCENT_WITH_SPARE = 104;

    private static final short[] REGULAR = new short[LIMIT];
    private static final short[] BOLD = new short[LIMIT];

    static {
        Arrays.fill(REGULAR, (short) -1);
        Arrays.fill(BOLD, (short) -1);
        read();
    }

    private FontWidths() {}

    /** {@return whether it is known how wide a character is, rather than guessed} */
    public static boolean isMeasured(int codePoint) {
        return codePoint < LIMIT && REGULAR[codePoint] >= 0 && BOLD[codePoint] >= 0;
    }

    /** {@return the width of a text in whole pixels, rounded up} */
    public static int width(String text, int fontSize, boolean bold) {
        long perMille =
                text.codePoints().mapToLong(point -> perMille(point, bold)).sum();
        return Math.toIntExact((perMille * fontSize * PERCENT_WITH_SPARE + EM * 100 - 1) / (EM * 100));
    }

    private static int perMille(int codePoint, boolean bold) {
        if (isMeasured(codePoint)) {
            return bold ? BOLD[codePoint] : REGULAR[codePoint];
        }
        int columns = TerminalWidth.of(codePoint);
        return columns == 0 ? 0 : columns == 2 ? WIDE : GUESS;
    }

    private static void read() {
        try (InputStream file = FontWidths.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            new BufferedReader(new InputStreamReader(file, StandardCharsets.US_ASCII))
                    .lines()
                    .forEach(FontWidths::readLine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A style, the first of some characters in hexadecimal, and their widths. */
    private static void readLine(String line) {
        String[] fields = line.split(" ", -1);
        short[] widths = fields[0].equals("bold") ? BOLD : REGULAR;
        int first = Integer.parseInt(fields[1], 16);
        for (int i = 2; i < fields.length; i++) {
            widths[first + i - 2] = Short.parseShort(fields[i]);
        }
    }
}
