package io.virtstack.layer;

import com.google.common.base.Joiner;
import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import java.util.Comparator;

/**
 * Where a layer stands: the names from the machine up to it. Siblings of the same name share a path.
 *
 * <p>Ordered by names, a path before those above it. Immutable and safe for use by several threads.
 *
 * @param names the machine's name first
 */
public record LayerPath(ImmutableList<String> names) implements Comparable<LayerPath> {
    private static final Comparator<Iterable<String>> BY_NAMES =
            Comparators.lexicographical(Comparator.<String>naturalOrder());

    /**
     * {@return the path of these names}
     *
     * @param names the machine's name first
     */
    public static LayerPath of(String... names) {
        return new LayerPath(ImmutableList.copyOf(names));
    }

    /**
     * {@return whether this is {@code other}, or above it}
     *
     * @param other a path
     */
    public boolean startsWith(LayerPath other) {
        int length = other.names.size();
        return names.size() >= length && names.subList(0, length).equals(other.names);
    }

    @Override
    public int compareTo(LayerPath other) {
        return BY_NAMES.compare(names, other.names);
    }

    /** {@return the names, with slashes between; two paths whose names hold slashes may read the same} */
    @Override
    public String toString() {
        return Joiner.on('/').join(names);
    }
}
