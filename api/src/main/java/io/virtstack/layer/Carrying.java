package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;

/**
 * A layer that other layers may stand on.
 *
 * @param <C> what may stand there
 * @param <L> the layer
 */
public sealed interface Carrying<C extends Layer, L extends Carrying<C, L>>
        permits Hardware, HostOS, BareMetalHypervisor, HostedHypervisor, DockerDaemon, GuestOS, Binaries {
    /** {@return the layers that stand directly on this one, each with its number of copies} */
    ImmutableMultiset<C> runs();

    /**
     * {@return this layer with other layers on it in the place of those it has}
     *
     * @param layers what runs on it, one copy for each occurrence
     */
    L withRuns(Iterable<? extends C> layers);

    /**
     * {@return this layer with one copy of another layer on it in the place of those it has}
     *
     * @param layer what runs on it
     */
    default L withRuns(C layer) {
        return withRuns(ImmutableMultiset.of(layer));
    }

    /**
     * {@return this layer with copies of another layer on it in the place of those it has}
     *
     * @param layer what runs on it
     * @param copies how many, from 0
     * @throws IllegalArgumentException if {@code copies} is negative
     */
    default L withRuns(C layer, int copies) {
        return withRuns(
                new ImmutableMultiset.Builder<C>().addCopies(layer, copies).build());
    }
}
