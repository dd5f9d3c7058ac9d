package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ImageForest;
import java.util.Arrays;

/**
 * What the chains of two images have in common, for images in the order of a walk through the trie.
 *
 * <p>It is the least of the sums where neighbours between them part. Sums are named by small numbers in their order, so that
 * tables of them are half as large. Immutable.
 */
final class ForkSums {
    /** More than any number of a sum. */
    static final int NONE = Integer.MAX_VALUE;

    private final int[] forks;
    private final int[] ownSums;
    private final long[] sums;

    ForkSums(int[] order, ImageForest images, MergedTrie trie) {
        long[] atForks = new long[order.length];
        long[] atImages = new long[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            atImages[rank] = trie.chainBytes(images.top(order[rank]));
            if (rank > 0) {
                atForks[rank] = trie.chainBytes(fork(images, images.top(order[rank - 1]), images.top(order[rank])));
            }
        }
        long[] all = Arrays.copyOf(atForks, 2 * order.length);
        System.arraycopy(atImages, 0, all, order.length, order.length);
        sums = Arrays.stream(all).sorted().distinct().toArray();
        forks = numbers(atForks);
        ownSums = numbers(atImages);
    }

    private int[] numbers(long[] of) {
        return Arrays.stream(of).mapToInt(sum -> Arrays.binarySearch(sums, sum)).toArray();
    }

    /** Layers are numbered after those they stand on. */
    private static int fork(ImageForest images, int one, int other) {
        int left = one;
        int right = other;
        while (left != right) {
            if (left > right) {
                left = images.parent(left);
            } else {
                right = images.parent(right);
            }
        }
        return left;
    }

    int images() {
        return forks.length;
    }

    /** The sum where an image parts from the one before it. */
    int fork(int rank) {
        return forks[rank];
    }

    /** The sum of an image's whole chain. */
    int own(int rank) {
        return ownSums[rank];
    }

    /** The sums by their numbers. */
    long[] sums() {
        return sums;
    }

    /**
     * A sparse table of minima over some numbers, as one array. Its level 0 is of no numbers at all; level n is of 2ⁿ⁻¹.
     *
     * @param none what to say of no numbers, for each place
     */
    static int[] sparseTable(int[] numbers, int[] none) {
        int width = numbers.length;
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(width) + 1;
        int[] table = new int[levels * width];
        System.arraycopy(none, 0, table, 0, width);
        System.arraycopy(numbers, 0, table, width, width);
        for (int level = 2; level < levels; level++) {
            int below = (level - 1) * width;
            int step = 1 << (level - 2);
            for (int at = 0; at < width; at++) {
                table[level * width + at] = Math.min(table[below + at], table[below + Math.min(width - 1, at + step)]);
            }
        }
        return table;
    }
}
