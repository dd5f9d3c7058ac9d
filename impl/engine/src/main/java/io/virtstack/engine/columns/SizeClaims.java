package io.virtstack.engine.columns;

import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** What the users of one stored item say about its size. What a store reports outweighs what is derived from the content. */
public final class SizeClaims {
    private Optional<DataSize> stated = Optional.empty();
    private Optional<DataSize> derived = Optional.empty();

    /**
     * Takes a claim in; of several of one kind the first stands.
     *
     * @param size what a user says, empty if it does not know
     * @param isDerived whether that is derived rather than stated
     * @return another claim of the same kind that this one contradicts
     */
    public Optional<DataSize> add(Optional<DataSize> size, boolean isDerived) {
        Optional<DataSize> before = isDerived ? derived : stated;
        if (isDerived) {
            derived = before.or(() -> size);
        } else {
            stated = before.or(() -> size);
        }
        return before.filter(other -> size.isPresent() && !size.get().equals(other));
    }

    /** {@return the size, empty when no user knows it} */
    public Optional<DataSize> size() {
        return stated.or(() -> derived);
    }

    /** {@return whether the size is derived rather than stated} */
    public boolean isDerived() {
        return stated.isEmpty() && derived.isPresent();
    }
}
