package io.virtstack.docker;

import com.google.common.base.CharMatcher;
import org.jspecify.annotations.Nullable;

/**
 * An engine that cannot be read, with the place, the rule that is broken, the value that breaks it and the remedy.
 *
 * <p>It is the only exception that connecting and reading throw, whatever the engine does. A failure underneath is its
 * {@linkplain #getCause() cause}.
 */
public final class DockerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private static final int LONGEST_SHOWN = 300;
    private static final CharMatcher CONTROL = CharMatcher.javaIsoControl();
    private static final char REPLACEMENT = '\uFFFD';

    private final DockerRule rule;
    private final String place;

    DockerException(String place, DockerRule rule, String value, String remedy, @Nullable Throwable cause) {
        super(shown(place) + ": " + rule.id() + ": " + shown(value) + "; " + remedy, cause);
        this.rule = rule;
        this.place = shown(place);
    }

    /** {@return the rule that is broken} */
    public DockerRule rule() {
        return rule;
    }

    /** {@return the address of the engine, followed by the call that failed if there was one} */
    public String place() {
        return place;
    }

    /** An engine may answer anything: its text must neither flood a log nor forge lines in it. */
    private static String shown(String text) {
        String line = CONTROL.replaceFrom(text, REPLACEMENT);
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
