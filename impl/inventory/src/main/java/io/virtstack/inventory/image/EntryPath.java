package io.virtstack.inventory.image;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.util.ArrayList;
import java.util.List;

/** Paths inside archives and directories, in one form: without {@code .}, {@code ..}, and superfluous slashes. */
final class EntryPath {
    private static final Splitter PARTS = Splitter.on('/');

    private EntryPath() {}

    /** {@return what identifies a file in a tar; going up from the root leads to the root, as in a file system} */
    static String identity(String path) {
        if (isClean(path)) {
            return path;
        }
        List<String> kept = new ArrayList<>();
        for (String part : PARTS.split(path)) {
            if (part.equals("..")) {
                if (!kept.isEmpty()) {
                    kept.remove(kept.size() - 1);
                }
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        return String.join("/", kept);
    }

    /** {@return the path that a document names, which must stay inside the archive or directory} */
    static String inside(String path, String place, Reading reading) {
        return relative("", path, place, reading);
    }

    /** {@return where a link leads that stands at {@code path}} */
    static String followed(String path, String target, Reading reading) {
        int slash = path.lastIndexOf('/');
        return relative(slash < 0 ? "" : path.substring(0, slash), target, path, reading);
    }

    private static String relative(String folder, String path, String place, Reading reading) {
        reading.check(Limit.PATH_LENGTH, path.length(), place);
        List<String> kept = new ArrayList<>();
        if (!folder.isEmpty()) {
            PARTS.split(folder).forEach(kept::add);
        }
        boolean escapes = path.startsWith("/") || CharMatcher.javaIsoControl().matchesAnyOf(path);
        for (String part : PARTS.split(path)) {
            if (part.equals("..") && kept.isEmpty()) {
                escapes = true;
            } else if (part.equals("..")) {
                kept.remove(kept.size() - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                kept.add(part);
            }
        }
        if (escapes || kept.isEmpty()) {
            throw reading.refuse(
                    place,
                    InventoryRule.PATH_ESCAPE,
                    "path '" + path + "'",
                    "a path must name a file inside; do not trust this file, save the image again");
        }
        return String.join("/", kept);
    }

    private static boolean isClean(String path) {
        return !path.startsWith("/")
                && !path.endsWith("/")
                && !path.contains("//")
                && !path.startsWith(".")
                && !path.contains("/.");
    }
}
