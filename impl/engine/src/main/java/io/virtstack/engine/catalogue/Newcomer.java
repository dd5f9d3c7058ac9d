package io.virtstack.engine.catalogue;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;

/**
 * A chain of image layers that comes to stores where there are images already. Immutable and safe for use by several threads.
 */
public final class Newcomer {
    private final long bytes;
    private final long[] inCommon;

    private Newcomer(long bytes, long[] inCommon) {
        this.bytes = bytes;
        this.inCommon = inCommon;
    }

    /**
     * {@return a chain as seen by the images of a catalogue}
     *
     * @param chain layers, lowest first
     * @param catalogue the images that may be there
     * @throws IllegalArgumentException if a layer of the chain is of another size in the catalogue
     */
    public static Newcomer of(ImmutableList<ChainLayer> chain, Catalogue catalogue) {
        LayerTree tree = catalogue.tree();
        int[] depths = new int[tree.size()];
        int[] layersInCommon = new int[tree.size()];
        long[] bytesUpTo = bytesUpTo(chain);
        for (int node = 1; node < layersInCommon.length; node++) {
            depths[node] = depths[tree.parent(node)] + 1;
            int below = layersInCommon[tree.parent(node)];
            boolean goesOn = below + 1 == depths[node]
                    && below < chain.size()
                    && tree.is(node, chain.get(below).key());
            if (goesOn && !tree.isAsLargeAs(node, chain.get(below))) {
                throw new IllegalArgumentException(
                        chain.get(below).key() + " is of another size in the fleet; take the image from there");
            }
            layersInCommon[node] = goesOn ? below + 1 : below;
        }
        long[] inCommon = new long[catalogue.size()];
        for (int image = 0; image < inCommon.length; image++) {
            inCommon[image] = bytesUpTo[layersInCommon[catalogue.node(image)]];
        }
        return new Newcomer(bytesUpTo[chain.size()], inCommon);
    }

    private static long[] bytesUpTo(ImmutableList<ChainLayer> chain) {
        long[] sums = new long[chain.size() + 1];
        for (int layer = 0; layer < chain.size(); layer++) {
            long own = chain.get(layer).disk().map(DataSize::bytes).orElse(0L);
            sums[layer + 1] =
                    Exact.add(sums[layer], own, "bytes of " + chain.get(layer).key());
        }
        return sums;
    }

    /** {@return the known bytes of the chain} */
    public long bytes() {
        return bytes;
    }

    /**
     * {@return the known bytes that it adds to a store}
     *
     * @param images images of rows
     * @param from the first row of those that are there
     * @param to the row after the last of them
     */
    public long missing(ImageColumn images, int from, int to) {
        long most = 0;
        for (int at = from; at < to; at++) {
            most = Math.max(most, inCommon[images.get(at)]);
        }
        return bytes - most;
    }
}
