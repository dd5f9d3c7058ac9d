package io.virtstack.examples.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Standard output and standard error in an encoding that can write all that the programs print.
 *
 * <p>Java takes the encoding from the locale. In the plain {@code C} locale of servers and containers that is ASCII, which
 * would turn "≥ 2 GB" into "? 2 GB": then it is UTF-8, as it is for files and pipes.
 */
final class StandardStreams {
    private static final String BEYOND_ASCII = "≥–→×…";
    private static final String BOXES = "─│┌┐└┘├┤┬┴┼" + BEYOND_ASCII;

    private StandardStreams() {}

    static PrintWriter out() {
        return writer(FileDescriptor.out);
    }

    static PrintWriter err() {
        return writer(FileDescriptor.err);
    }

    private static PrintWriter writer(FileDescriptor stream) {
        Charset charset = Optional.ofNullable(System.console())
                .map(Console::charset)
                .filter(console -> console.newEncoder().canEncode(BEYOND_ASCII))
                .orElse(StandardCharsets.UTF_8);
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(stream), charset), true);
    }

    /** {@return whether standard output can show lines of boxes; files and pipes can} */
    static boolean canDrawBoxes() {
        return Optional.ofNullable(System.console())
                .map(Console::charset)
                .map(charset -> charset.newEncoder().canEncode(BOXES))
                .orElse(true);
    }
}
