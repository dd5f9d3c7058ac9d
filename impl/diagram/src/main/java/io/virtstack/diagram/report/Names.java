package io.virtstack.diagram.report;

import io.virtstack.diagram.layout.PlainText;
import io.virtstack.layer.LayerPath;
import java.util.stream.Collectors;

/** How the report calls things. */
final class Names {
    private static final int LONGEST = 2_000;

    private Names() {}

    static String of(String name) {
        return PlainText.of(name);
    }

    /** Each name by itself, so that one looks the same in every path. */
    static String of(LayerPath path) {
        return path.names().stream().map(PlainText::of).collect(Collectors.joining("/"));
    }

    /** A text of several names and words, as long as people still read. */
    static String sentence(String text) {
        String plain = PlainText.ofAnyLength(text);
        return plain.codePointCount(0, plain.length()) <= LONGEST
                ? plain
                : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** {@return a number of things} */
    static String count(long number, String one, String several) {
        return number + " " + (number == 1 ? one : several);
    }
}
