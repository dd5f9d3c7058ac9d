package io.virtstack.engine.fleet;

import org.jspecify.annotations.Nullable;

/**
 * Gives equal names that come soon after one another as one {@code String}: most names of a fleet are on many machines. Of a name
 * that is new only the hash is kept, for it may be one of those that never come again.
 */
final class NamePool {
    private static final int SIZE = 1 << 14;

    private final int[] hashes = new int[SIZE];
    private final @Nullable String[] names = new String[SIZE];

    String of(String name) {
        int hash = name.hashCode();
        int slot = (hash ^ (hash >>> 16)) & (SIZE - 1);
        if (hashes[slot] != hash) {
            hashes[slot] = hash;
            return name;
        }
        String before = names[slot];
        if (before != null && before.equals(name)) {
            return before;
        }
        names[slot] = name;
        return name;
    }
}
