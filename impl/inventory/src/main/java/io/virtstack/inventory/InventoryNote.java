package io.virtstack.inventory;

import com.google.common.base.CharMatcher;
import java.nio.file.Path;

/**
 * What a reader had to assume, or left out, because a file does not say it or says what has no place in the layers.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param file the file it is about
 * @param line the number of the line, from 1; 0 if the file as a whole is meant
 * @param reason what was assumed or left out, and why; one line
 */
public record InventoryNote(Path file, int line, String reason) {
    private static final int LONGEST = 400;
    private static final CharMatcher CONTROL = CharMatcher.javaIsoControl();

    /** Creates the note. A reason is made one line, and a very long one is cut. */
    public InventoryNote {
        String shown = CONTROL.replaceFrom(reason, '\uFFFD');
        reason = shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown;
    }

    /** {@return file, line and reason} */
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + reason;
    }
}
