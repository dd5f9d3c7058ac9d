package io.virtstack.engine.fleet;

import org.jspecify.annotations.Nullable;

/** Gives equal names that come soon after one another as one {@code String}: most names of a fleet are on many machines. */
final class NamePool {
    private static final int SIZE = 1 << 14;

    private final @Nullable String[] seen = new String[SIZE];

    String of(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
        String before = seen[slot];
        if (before != null && before.equals(name)) {
            return before;
        }
        seen[slot] = name;
        return name;
    }
}
