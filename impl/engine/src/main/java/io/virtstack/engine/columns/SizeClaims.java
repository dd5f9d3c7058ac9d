package io.virtstack.engine.columns;

import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableSortedSet;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** What the users of one stored item say about its size. What a store reports outweighs what is derived from the content. */
public final class SizeClaims {
    private ImmutableSortedSet<DataSize> stated = ImmutableSortedSet.of();
    private ImmutableSortedSet<DataSize> derived = ImmutableSortedSet.of();

    /**
     * Takes a claim in.
     *
     * @param size what a user says, empty if it does not know
     * @param isDerived whether that is derived rather than stated
     */
    public void add(Optional<DataSize> size, boolean isDerived) {
        if (size.isEmpty()) {
            return;
        }
        if (isDerived) {
            derived = with(derived, size.get());
        } else {
            stated = with(stated, size.get());
        }
    }

    /** Nearly always it is the same claim again. */
    private static ImmutableSortedSet<DataSize> with(ImmutableSortedSet<DataSize> claims, DataSize size) {
        if (claims.contains(size)) {
            return claims;
        }
        return claims.isEmpty()
                ? ImmutableSortedSet.of(size)
                : ImmutableSortedSet.<DataSize>naturalOrder()
                        .addAll(claims)
                        .add(size)
                        .build();
    }

    /** {@return the size, empty when no user knows it} */
    public Optional<DataSize> size() {
        ImmutableSortedSet<DataSize> outweighing = stated.isEmpty() ? derived : stated;
        return outweighing.isEmpty() ? Optional.empty() : Optional.of(outweighing.first());
    }

    /** {@return whether the size is derived rather than stated} */
    public boolean isDerived() {
        return stated.isEmpty() && !derived.isEmpty();
    }

    /** {@return the sizes that contradict one another, as text; empty when there are no two of one kind} */
    public Optional<String> contradiction() {
        return Optional.of(stated.size() > 1 ? stated : derived)
                .filter(sizes -> sizes.size() > 1)
                .map(Joiner.on(" and ")::join);
    }
}
