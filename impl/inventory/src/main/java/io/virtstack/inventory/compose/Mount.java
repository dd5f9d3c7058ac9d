package io.virtstack.inventory.compose;

import com.google.common.base.CharMatcher;
import io.virtstack.inventory.document.Node;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a service mounts into its containers.
 *
 * @param target where it is mounted; a service has one there
 * @param volume whether it is a volume, and no folder of the host
 * @param source the volume as services call it; empty for one without a name, of which each container has its own
 */
record Mount(String target, boolean volume, Optional<String> source) {
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:[/\\\\]");

    /** {@return the mount in either of the two spellings; of the short one, what the modes behind it say is of no account} */
    static Mount of(Node node, Interpolation interpolation) {
        return node.isMapping()
                ? new Mount(
                        text(node, "target", interpolation).map(Mount::trimmed).orElse(""),
                        text(node, "type", interpolation)
                                .filter("volume"::equals)
                                .isPresent(),
                        text(node, "source", interpolation))
                : of(interpolation.of(node).text());
    }

    private static Mount of(String text) {
        boolean drive = isDrive(text) && (text.indexOf(":/", 2) > 0 || text.indexOf('\\') > 0);
        int end = text.indexOf(':', drive ? 2 : 0);
        if (end < 0) {
            return new Mount(trimmed(text), true, Optional.empty());
        }
        String source = text.substring(0, end);
        String behind = text.substring(end + 1);
        int mode = behind.indexOf(':', isDrive(behind) ? 2 : 0);
        boolean named = !source.isBlank() && !drive && !isPath(source);
        return new Mount(
                trimmed(mode < 0 ? behind : behind.substring(0, mode)),
                named,
                Optional.of(source).filter(name -> named));
    }

    private static Optional<String> text(Node node, String member, Interpolation interpolation) {
        return node.find(member).map(stated -> interpolation.of(stated).text()).filter(text -> !text.isBlank());
    }

    private static boolean isPath(String source) {
        return source.startsWith(".") || source.startsWith("~") || source.contains("/") || source.contains("\\");
    }

    private static boolean isDrive(String text) {
        return DRIVE.matcher(text).lookingAt();
    }

    private static String trimmed(String path) {
        return path.length() > 1 ? CharMatcher.is('/').trimTrailingFrom(path) : path;
    }
}
