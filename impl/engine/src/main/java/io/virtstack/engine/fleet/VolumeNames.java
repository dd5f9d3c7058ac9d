package io.virtstack.engine.fleet;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Names of volumes in one place. As good as every place has none, so it takes no room until there is one. */
final class VolumeNames {
    private @Nullable Set<String> names;

    /** Takes a name in, and returns whether it was not there yet. */
    boolean add(String name) {
        if (names == null) {
            names = new HashSet<>();
        }
        return names.add(name);
    }
}
