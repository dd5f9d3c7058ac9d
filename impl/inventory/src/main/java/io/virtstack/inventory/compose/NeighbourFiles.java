package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The files that a compose file refers to. They are named relative to it: what is elsewhere on the machine, or on another one,
 * is refused, since the file may come from anybody.
 */
final class NeighbourFiles {
    private static final int MOST = 1_000;

    private final Source main;
    private int read;

    NeighbourFiles(Source main) {
        this.main = main;
    }

    /**
     * {@return the path of a file that another one names}
     *
     * @param reference where it is named
     */
    Path resolve(Path folder, Stated reference) {
        String name = reference.text();
        if (name.contains("://") || name.startsWith("git@") || name.startsWith("oci:")) {
            throw refuse(reference, "is on another machine", "download it, and name the copy");
        }
        try {
            Path path = Path.of(name);
            if (path.isAbsolute() || name.startsWith("~")) {
                throw refuse(reference, "is not named relative to this file", "name it relative to this file");
            }
            return folder.resolve(path).normalize();
        } catch (InvalidPathException e) {
            throw refuse(reference, "is no path", "name a file relative to this one");
        }
    }

    /** {@return a file that another one names; it must be there} */
    Source read(Path path, Node reference) {
        return find(path, reference)
                .orElseThrow(() -> reference.refuse(
                        InventoryRule.FILE_MISSING, "no file '" + path + "'", "put it there, or correct the path"));
    }

    /** {@return the variables beside a file, none if there are none} */
    ImmutableMap<String, String> variables(Path path, Node reference) {
        return find(path, reference).map(DotEnv::parse).orElse(ImmutableMap.of());
    }

    /** {@return a file, empty if it is not there} */
    Optional<Source> find(Path path, Node reference) {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        if (!Files.isRegularFile(path)) {
            throw reference.refuse(InventoryRule.FILE_KIND, "'" + path + "' is no file", "name a regular file");
        }
        if (++read > MOST) {
            throw reference.refuse(
                    InventoryRule.LIMIT_FILES, "more than " + MOST + " files belong to this one", "split the project");
        }
        try (InputStream in = Files.newInputStream(path)) {
            byte[] bytes = in.readNBytes((int) main.limit(Limit.TEXT_BYTES) + 1);
            main.check(Limit.TEXT_BYTES, bytes.length, reference.line());
            return Optional.of(main.referred(path, bytes));
        } catch (IOException e) {
            throw main.refuse(
                    reference.line(),
                    reference.pointer(),
                    InventoryRule.FILE_UNREADABLE,
                    e.toString(),
                    "check the permissions and the storage, then read it again",
                    e);
        }
    }

    private static InventoryException refuse(Stated reference, String problem, String remedy) {
        return reference.at().refuse(InventoryRule.REFERENCE_REMOTE, "'" + reference.text() + "' " + problem, remedy);
    }
}
