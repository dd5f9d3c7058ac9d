package io.virtstack.inventory.docker;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number of bytes as an engine or its command line states it.
 *
 * <p>The engine writes whole numbers, -1 for what it did not compute. The command line writes rounded texts for people: only one
 * in bytes, such as {@code 212B}, is exact; {@code 1.24GB} is any of ten million sizes, and therefore unknown.
 */
final class StatedSize {
    private static final Pattern EXACT = Pattern.compile("([0-9]{1,18}) ?B");
    private static final Pattern ROUNDED =
            Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18})?(e[+]?[0-9]{1,3})? ?[kKMGTPE]i?B");

    private StatedSize() {}

    static Optional<Long> of(Node node) {
        return node.isQuoted() ? ofText(node) : ofNumber(node);
    }

    static Optional<Long> of(Optional<Node> node) {
        return node.flatMap(StatedSize::of);
    }

    private static Optional<Long> ofNumber(Node node) {
        long bytes = node.wholeNumber(-1, Long.MAX_VALUE);
        return bytes < 0 ? Optional.empty() : Optional.of(bytes);
    }

    private static Optional<Long> ofText(Node node) {
        String text = node.text();
        int more = text.indexOf(" (");
        String first = more < 0 ? text : text.substring(0, more);
        Matcher exact = EXACT.matcher(first);
        if (exact.matches()) {
            return Optional.of(Long.parseLong(exact.group(1)));
        }
        if (ROUNDED.matcher(first).matches()) {
            node.note("'" + first
                    + "' is rounded, so the exact size is unknown: ask the Engine API, or 'docker inspect --size'");
            return Optional.empty();
        }
        if (first.equals("N/A") || first.equals("-1B")) {
            return Optional.empty();
        }
        throw unreadable(node);
    }

    private static InventoryException unreadable(Node node) {
        return node.refuse("'" + node.text() + "' instead of a size", "have the file written again by Docker");
    }
}
