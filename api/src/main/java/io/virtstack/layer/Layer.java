package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;

/**
 * A layer of what runs on a machine, with the layers that stand on it.
 *
 * <p>Layers are immutable values: equal when all they state and carry is equal, in whatever order the siblings were added.
 * They are safe for use by several threads. On Java 21 and later a {@code switch} over the seven kinds is exhaustive; on
 * Java 17 use {@link #kind()} or {@link #accept}.
 */
public sealed interface Layer
        permits Hardware, RunsOnHardware, RunsOnOperatingSystem, Hypervisor, GuestOS, Application {
    /** The most layers that may stand on one another. {@code build()} refuses more. */
    int MAX_HEIGHT = 32;

    /** {@return which of the seven kinds this is} */
    LayerKind kind();

    /** {@return what it is called; not blank, and not necessarily unique} */
    String name();

    /**
     * {@return the layers that stand directly on this one, each with its number of copies}
     *
     * <p>Sum over {@link com.google.common.collect.Multiset#entrySet()}: {@code size()} saturates at 2³¹ − 1.
     */
    ImmutableMultiset<? extends Layer> runs();

    /** {@return how many layers stand on one another here, this one included} */
    int height();

    /**
     * {@return what {@code visitor} returns for this kind of layer}
     *
     * @param visitor what to call
     * @param <R> what it returns
     */
    <R> R accept(LayerVisitor<R> visitor);
}
