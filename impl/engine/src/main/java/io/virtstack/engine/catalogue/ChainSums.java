package io.virtstack.engine.catalogue;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Something of layers, added up along the chains of images. Immutable and safe for use by several threads.
 *
 * <p>Where two images' chains part, the sum is the least of the sums where neighbours between them part: sums only grow along
 * a chain. Sums are named by small numbers in their order, so that tables of them are small.
 */
public final class ChainSums {
    private final long[] sums;
    private final long[] byName;
    private final RangeMinima shared;
    private final boolean nothing;

    private ChainSums(long[] sums, long[] sumsAtForks) {
        long[] all = Arrays.copyOf(sums, 2 * sums.length);
        System.arraycopy(sumsAtForks, 0, all, sums.length, sums.length);
        this.sums = sums;
        this.byName = Arrays.stream(all).sorted().distinct().toArray();
        this.shared = RangeMinima.of(names(sumsAtForks), names(sums));
        this.nothing = Arrays.stream(sums).allMatch(sum -> sum == 0);
    }

    private int[] names(long[] of) {
        return Arrays.stream(of)
                .mapToInt(sum -> Arrays.binarySearch(byName, sum))
                .toArray();
    }

    static ChainSums of(ImageTrie trie, int[] images, int[] forks, IntToLongFunction amount) {
        long[] byNode = new long[trie.size()];
        for (int node = 1; node < byNode.length; node++) {
            byNode[node] = byNode[trie.parent(node)] + amount.applyAsLong(node);
        }
        long[] sums = new long[images.length];
        long[] sumsAtForks = new long[images.length];
        for (int image = 0; image < images.length; image++) {
            sums[image] = byNode[images[image]];
            sumsAtForks[image] = byNode[forks[image]];
        }
        return new ChainSums(sums, sumsAtForks);
    }

    /** {@return whether no image has any of it} */
    public boolean isNothing() {
        return nothing;
    }

    /**
     * {@return the sum along the chain of an image}
     *
     * @param image its number
     */
    public long of(int image) {
        return sums[image];
    }

    /**
     * {@return the sum along what the chains of two images have in common}
     *
     * @param left the number of an image
     * @param right the number of the same or a later one
     */
    public long shared(int left, int right) {
        return byName[shared.least(left, right)];
    }

    /**
     * {@return the sum over all layers that any of some images has}
     *
     * @param images numbers of images, in their order
     * @param from the first of them
     * @param to the one after the last of them
     */
    public long distinct(int[] images, int from, int to) {
        if (from == to) {
            return 0;
        }
        int last = images[from];
        long sum = sums[last];
        for (int at = from + 1; at < to; at++) {
            int image = images[at];
            sum += sums[image] - shared(last, image);
            last = image;
        }
        return sum;
    }
}
