package io.virtstack.engine.catalogue;

import java.util.Arrays;
import java.util.function.IntToLongFunction;

/**
 * Something of layers, added up along the chains of images. Immutable and safe for use by several threads.
 *
 * <p>Where two images' chains part, the sum is the least of the sums where neighbours between them part: sums only grow along
 * a chain. Sums are named by small numbers in their order, so that tables of them are small.
 */
public abstract sealed class ChainSums permits NoSums, FewChains, ManyChains {
    private static final int MOST_THAT_ARE_FEW = 1 << 15;

    ChainSums() {}

    static ChainSums of(ImageTrie trie, int[] images, int[] forks, IntToLongFunction amount) {
        return of(trie, images, forks, amount, images.length <= MOST_THAT_ARE_FEW);
    }

    static ChainSums of(ImageTrie trie, int[] images, int[] forks, IntToLongFunction amount, boolean few) {
        long[] byNode = new long[trie.size()];
        for (int node = 1; node < byNode.length; node++) {
            byNode[node] = byNode[trie.parent(node)] + amount.applyAsLong(node);
        }
        long[] sums = Arrays.stream(images).mapToLong(node -> byNode[node]).toArray();
        if (Arrays.stream(sums).allMatch(sum -> sum == 0)) {
            return new NoSums();
        }
        long[] sumsAtForks =
                Arrays.stream(forks).mapToLong(node -> byNode[node]).toArray();
        long[] byName = distinct(sums, sumsAtForks);
        int[] names = names(sums, byName);
        int[] namesAtForks = names(sumsAtForks, byName);
        return few
                ? new FewChains(sums, names, namesAtForks, byName)
                : new ManyChains(sums, names, namesAtForks, byName);
    }

    private static long[] distinct(long[] sums, long[] sumsAtForks) {
        long[] all = Arrays.copyOf(sums, sums.length + sumsAtForks.length);
        System.arraycopy(sumsAtForks, 0, all, sums.length, sumsAtForks.length);
        return Arrays.stream(all).sorted().distinct().toArray();
    }

    private static int[] names(long[] sums, long[] byName) {
        return Arrays.stream(sums)
                .mapToInt(sum -> Arrays.binarySearch(byName, sum))
                .toArray();
    }

    /** {@return whether no image has any of it} */
    public final boolean isNothing() {
        return this instanceof NoSums;
    }

    /**
     * {@return the sum along the chain of an image}
     *
     * @param image its number
     */
    public abstract long of(int image);

    /**
     * {@return the sum along what the chains of two images have in common}
     *
     * @param left the number of an image
     * @param right the number of the same or a later one
     */
    public abstract long shared(int left, int right);

    /**
     * {@return the sum over all layers that any of some images has}
     *
     * @param images images of rows, in the order of their numbers
     * @param from the first of the rows
     * @param to the one after the last of them
     */
    public abstract long distinct(ImageColumn images, int from, int to);
}
