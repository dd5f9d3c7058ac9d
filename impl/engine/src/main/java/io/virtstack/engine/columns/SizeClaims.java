package io.virtstack.engine.columns;

import com.google.common.base.Joiner;
import io.virtstack.quantity.DataSize;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What the users of one stored item say about its size. What a store reports outweighs what is derived from the content. */
public final class SizeClaims {
    private final NavigableSet<DataSize> stated = new TreeSet<>();
    private final NavigableSet<DataSize> derived = new TreeSet<>();

    /**
     * Takes a claim in.
     *
     * @param size what a user says, empty if it does not know
     * @param isDerived whether that is derived rather than stated
     */
    public void add(Optional<DataSize> size, boolean isDerived) {
        size.ifPresent((isDerived ? derived : stated)::add);
    }

    /** {@return the size, empty when no user knows it} */
    public Optional<DataSize> size() {
        return Stream.concat(stated.stream(), derived.stream()).findFirst();
    }

    /** {@return whether the size is derived rather than stated} */
    public boolean isDerived() {
        return stated.isEmpty() && !derived.isEmpty();
    }

    /** {@return the sizes that contradict one another, as text; empty when there are no two of one kind} */
    public Optional<String> contradiction() {
        return Stream.of(stated, derived)
                .filter(sizes -> sizes.size() > 1)
                .map(Joiner.on(" and ")::join)
                .findFirst();
    }
}
