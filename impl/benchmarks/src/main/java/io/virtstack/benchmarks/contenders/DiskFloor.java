package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ImageForest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The floor for disk: a kernel for that one question on raw sorted columns, with nothing exact, general or checked about it.
 *
 * <p>The images of a host are numbered in the order of a walk through their chains and sorted. Distinct bytes are those of all
 * their chains less, for each two neighbours, those of what both chains have in common: a minimum over a range, from a sparse
 * table whose first level makes equal neighbours nothing special.
 */
public final class DiskFloor {
    private static final int HOSTS_OF_A_TASK = 1 << 11;

    private final int[] starts;
    private final int[] ranks;
    private final long[] writable;
    private final long[] chainBytes;
    private final long[][] shared;

    /** Sorts the images of each host. */
    public DiskFloor(ContainerColumns columns) {
        ImageForest images = columns.fleet().images();
        MergedTrie trie = new MergedTrie(images);
        int[] order = trie.depthFirst();
        int[] rankOfImage = new int[order.length];
        for (int rank = 0; rank < order.length; rank++) {
            rankOfImage[order[rank]] = rank;
        }
        starts = columns.starts();
        writable = columns.writable();
        ranks = Arrays.stream(columns.image()).map(image -> rankOfImage[image]).toArray();
        for (int host = 0; host < columns.hosts(); host++) {
            Arrays.sort(ranks, starts[host], starts[host + 1]);
        }
        chainBytes = Arrays.stream(order)
                .mapToLong(image -> trie.chainBytes(images.top(image)))
                .toArray();
        shared = sparseTable(order, images, trie);
    }

    private long[][] sparseTable(int[] order, ImageForest images, MergedTrie trie) {
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(order.length) + 1;
        long[][] table = new long[levels][order.length + 1];
        for (int rank = 0; rank < order.length; rank++) {
            table[0][rank + 1] = chainBytes[rank];
            if (rank > 0) {
                int fork = fork(images, images.top(order[rank - 1]), images.top(order[rank]));
                table[1][rank] = trie.chainBytes(fork);
            }
        }
        for (int level = 2; level < levels; level++) {
            int step = 1 << (level - 2);
            for (int rank = 0; rank <= order.length; rank++) {
                table[level][rank] =
                        Math.min(table[level - 1][rank], table[level - 1][Math.min(order.length, rank + step)]);
            }
        }
        return table;
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

    /** {@return bytes on all hosts, by all threads of the common pool} */
    public long parallel() {
        int hosts = starts.length - 1;
        int tasks = (hosts + HOSTS_OF_A_TASK - 1) / HOSTS_OF_A_TASK;
        return IntStream.range(0, tasks)
                .parallel()
                .mapToLong(task -> disk(task * HOSTS_OF_A_TASK, Math.min(hosts, (task + 1) * HOSTS_OF_A_TASK)))
                .sum();
    }

    /** {@return bytes on all hosts, by the thread that asks} */
    public long sequential() {
        return disk(0, starts.length - 1);
    }

    private long disk(int fromHost, int toHost) {
        long sum = 0;
        for (int at = starts[fromHost]; at < starts[toHost]; at++) {
            sum += writable[at];
        }
        for (int host = fromHost; host < toHost; host++) {
            sum += layers(starts[host], starts[host + 1]);
        }
        return sum;
    }

    private long layers(int from, int to) {
        int last = ranks[from];
        long sum = chainBytes[last];
        for (int at = from + 1; at < to; at++) {
            int rank = ranks[at];
            int level = Integer.SIZE - Integer.numberOfLeadingZeros(rank - last);
            long[] minima = shared[level];
            sum += chainBytes[rank] - Math.min(minima[last + 1], minima[rank + 1 - ((1 << level) >> 1)]);
            last = rank;
        }
        return sum;
    }
}
