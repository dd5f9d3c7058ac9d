package io.virtstack.docker;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an engine says when it refuses a call.
 *
 * @param body the answer, or its beginning
 */
record ErrorMessage(String body) {
    private static final Pattern MESSAGE = Pattern.compile("\\{\"message\":\"((?:[^\"\\\\]|\\\\.)*+)\"");

    /** {@return the message of a JSON error, else the answer as it is} */
    @Override
    public String toString() {
        String text = body.strip();
        Matcher message = MESSAGE.matcher(text);
        return message.lookingAt() ? message.group(1) : text.isEmpty() ? "no message" : text;
    }
}
