package io.virtstack.migration;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.OverflowException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Layers with their numbers of copies, gathered from many places. */
final class Copies<L extends Layer> {
    private final Map<L, Long> counts = new LinkedHashMap<>();

    void add(L layer, long copies) {
        counts.merge(layer, copies, (before, more) -> Exact.add(before, more, "copies of " + layer));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    /** A multiset counts in 32 bits. */
    ImmutableMultiset<L> toMultiset() {
        ImmutableMultiset.Builder<L> layers = ImmutableMultiset.builder();
        counts.forEach((layer, copies) -> {
            if (copies > Integer.MAX_VALUE) {
                throw new OverflowException(
                        copies + " copies of " + layer + " on one layer (of at most " + Integer.MAX_VALUE + ")");
            }
            layers.addCopies(layer, copies.intValue());
        });
        return layers.build();
    }
}
