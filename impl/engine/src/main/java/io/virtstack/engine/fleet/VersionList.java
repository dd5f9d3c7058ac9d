package io.virtstack.engine.fleet;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Versions that few rows, or none, have: it takes no room until there is one. */
final class VersionList {
    private @Nullable String[] versions = new String[0];
    private int size;

    void put(int row, Optional<String> version) {
        if (version.isEmpty()) {
            return;
        }
        if (row >= versions.length) {
            versions = Arrays.copyOf(versions, Math.max(64, 2 * row));
        }
        versions[row] = version.get();
        size = row + 1;
    }

    void truncate(int rows) {
        if (rows < size) {
            Arrays.fill(versions, rows, size, null);
            size = rows;
        }
    }

    /** The versions by row; rows beyond the end have none. */
    @Nullable
    String[] toArray() {
        return Arrays.copyOf(versions, size);
    }
}
