package io.virtstack.layer;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;

/**
 * The part of a builder that takes the layers standing on what is built.
 *
 * @param <L> what may stand there
 * @param <B> the builder
 */
public interface Runs<L extends Layer, B extends Runs<L, B>> {
    /**
     * Lets layers run on this one, one copy for each occurrence.
     *
     * @param layers what runs here
     */
    B runsAll(Iterable<? extends L> layers);

    /**
     * Lets one copy of a layer run on this one.
     *
     * @param layer what runs here
     */
    default B runs(L layer) {
        return runsAll(ImmutableList.of(layer));
    }

    /**
     * Lets copies of a layer run on this one, in time and memory that do not depend on their number.
     *
     * @param layer what runs here
     * @param copies how many, from 0
     * @throws IllegalArgumentException if {@code copies} is negative
     */
    default B runs(L layer, int copies) {
        return runsAll(
                new ImmutableMultiset.Builder<L>().addCopies(layer, copies).build());
    }
}
