package io.virtstack.engine.catalogue;

import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntToLongFunction;

/**
 * Something of layers, added up along the chains of images. Immutable as seen from outside and safe for use by several
 * threads.
 *
 * <p>Where two images' chains part, the sum is the least of the sums where neighbours between them part: sums only grow along
 * a chain. Minima over ranges come from a sparse table (Bender and Farach-Colton, The LCA Problem Revisited, 2000), each level
 * of which is made when it is first needed.
 */
public final class ChainSums {
    private final long[] sums;
    private final AtomicReferenceArray<long[]> forks = new AtomicReferenceArray<>(Integer.SIZE);
    private final boolean nothing;

    private ChainSums(long[] sums, long[] forksOfNeighbours) {
        this.sums = sums;
        forks.set(0, forksOfNeighbours);
        boolean allZero = true;
        for (long sum : sums) {
            allZero &= sum == 0;
        }
        this.nothing = allZero;
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
     * @param right the number of a later one
     */
    public long shared(int left, int right) {
        int level = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(right - left);
        long[] minima = forks.getAcquire(level);
        if (minima == null) {
            minima = level(level);
        }
        return Math.min(minima[left + 1], minima[right + 1 - (1 << level)]);
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
            if (image != last) {
                sum += sums[image] - shared(last, image);
                last = image;
            }
        }
        return sum;
    }

    private synchronized long[] level(int level) {
        long[] made = forks.get(level);
        if (made != null) {
            return made;
        }
        long[] below = level(level - 1);
        int step = 1 << (level - 1);
        long[] minima = new long[below.length];
        for (int image = 0; image + step < below.length; image++) {
            minima[image] = Math.min(below[image], below[image + step]);
        }
        for (int image = Math.max(0, below.length - step); image < below.length; image++) {
            minima[image] = below[image];
        }
        forks.set(level, minima);
        return minima;
    }
}
