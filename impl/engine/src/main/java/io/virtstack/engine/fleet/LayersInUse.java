package io.virtstack.engine.fleet;

import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.catalogue.LayerTree;
import java.util.Arrays;

/**
 * The layers of stores, split between the containers that use them. Along the images of a store, in order, the layers in use form
 * a stack: a layer leaves it when the chain of the next image parts from it, and is split between those since it came. Not safe
 * for use by several threads.
 */
final class LayersInUse {
    private final Catalogue catalogue;
    private final SplitAmounts amounts;
    private final SplitGaps gaps;
    private int[] stack = new int[32];
    private int[] since = new int[32];

    LayersInUse(Catalogue catalogue, SplitAmounts amounts, SplitGaps gaps) {
        this.catalogue = catalogue;
        this.amounts = amounts;
        this.gaps = gaps;
    }

    /**
     * Splits the layers of a daemon's images.
     *
     * @param images of all rows
     * @param first the first row of the machine
     * @param from the first row of the daemon, counted from that
     * @param to the row after its last one
     * @param stores how many copies of the daemon there are
     */
    void split(ImageColumn images, int first, int from, int to, long stores) {
        int depth = 0;
        int last = ImageColumn.NONE;
        for (int at = from; at < to; at++) {
            int image = images.get(first + at);
            if (image == last) {
                continue;
            }
            int shared = (int) catalogue.layers().shared(last, image);
            leave(depth, shared, stores, at);
            depth = enter(image, shared, at);
            last = image;
        }
        leave(depth, 0, stores, to);
    }

    private int enter(int image, int depth, int at) {
        int newDepth = (int) catalogue.layers().of(image);
        if (newDepth > stack.length) {
            stack = Arrays.copyOf(stack, 2 * newDepth);
            since = Arrays.copyOf(since, 2 * newDepth);
        }
        int node = catalogue.node(image);
        for (int level = newDepth - 1; level >= depth; level--) {
            stack[level] = node;
            since[level] = at;
            node = catalogue.tree().parent(node);
        }
        return newDepth;
    }

    private void leave(int depth, int newDepth, long stores, int at) {
        for (int level = depth - 1; level >= newDepth; level--) {
            long bytes = catalogue.tree().bytes(stack[level]);
            if (bytes != LayerTree.UNKNOWN) {
                amounts.split(bytes, stores, since[level], at);
            } else {
                gaps.share(catalogue.tree().category(stack[level]), stores, since[level], at);
            }
        }
    }
}
