package io.virtstack.engine.fleet;

import org.jspecify.annotations.Nullable;

/** Finds groups by name, those of the same {@code String} seen lately without comparing names. */
final class NameCache {
    private static final int SIZE = 1 << 12;

    private final Groups groups;
    private final @Nullable String[] names = new String[SIZE];
    private final @Nullable Tally[] tallies = new Tally[SIZE];

    NameCache(Groups groups) {
        this.groups = groups;
    }

    @SuppressWarnings("ReferenceEquality") // the same name in another String is found by its text
    Tally of(String name) {
        int slot = name.hashCode() & (SIZE - 1);
        Tally known = tallies[slot];
        if (known != null && names[slot] == name) {
            return known;
        }
        Tally found = groups.of(name);
        names[slot] = name;
        tallies[slot] = found;
        return found;
    }
}
