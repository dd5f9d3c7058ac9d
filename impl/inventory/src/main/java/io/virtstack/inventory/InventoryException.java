package io.virtstack.inventory;

import com.google.common.base.CharMatcher;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A file that cannot be read, with the place, the rule that is broken, the value that breaks it and the remedy.
 *
 * <p>It is the only exception that reading a file throws, whatever the file holds. A failure of the system underneath is its
 * {@linkplain #getCause() cause}.
 */
public final class InventoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 200;
    private static final CharMatcher CONTROL = CharMatcher.javaIsoControl();

    private static final char REPLACEMENT = '\uFFFD';

    private final transient Path file;
    private final String place;
    private final int line;
    private final InventoryRule rule;

    /**
     * Creates the exception. Readers do, and those that read the same documents from elsewhere.
     *
     * @param file the file or directory that was to be read
     * @param line the number of the line, from 1; 0 for none
     * @param place where in the file
     * @param rule the rule that is broken
     * @param value the value that breaks it
     * @param remedy what to do about it
     * @param cause the failure underneath, null for none
     */
    public InventoryException(
            Path file,
            int line,
            String place,
            InventoryRule rule,
            String value,
            String remedy,
            @Nullable Throwable cause) {
        super(
                CONTROL.replaceFrom(file.toString(), REPLACEMENT) + ": " + shown(place) + ": " + rule.id() + ": "
                        + shown(value) + "; " + remedy,
                cause);
        this.file = file;
        this.place = shown(place);
        this.line = line;
        this.rule = rule;
    }

    /** {@return the file or directory that was to be read; null only after serialization} */
    public Path file() {
        return file;
    }

    /**
     * {@return where in the file: the path of an entry, followed by {@code #} and a JSON pointer where a member of a document
     * is meant, for example {@code index.json#/manifests/0/digest}; in a text {@code line 12}, followed by the JSON pointer of a
     * value if there is one; {@code .} for the file as a whole}
     */
    public String place() {
        return place;
    }

    /** {@return the number of the line, from 1, if the file is text and the error is in a line} */
    public OptionalInt line() {
        return line > 0 ? OptionalInt.of(line) : OptionalInt.empty();
    }

    /** {@return the rule that is broken} */
    public InventoryRule rule() {
        return rule;
    }

    /** Files may hold anything: their text must neither flood a log nor forge lines in it. */
    private static String shown(String text) {
        String line = CONTROL.replaceFrom(text, REPLACEMENT);
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
