package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ImageForest;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The floor for disk: a kernel for that one question on raw sorted columns, with nothing general or checked about it.
 *
 * <p>The images of a host are numbered in the order of a walk through their chains and sorted. Distinct bytes are those of all
 * their chains less, for each two neighbours, those of what both chains have in common. Of two kernels it takes the one that
 * is the faster for so many images.
 */
public final class DiskFloor {
    private static final int HOSTS_OF_A_TASK = 1 << 11;

    private final int[] starts;
    private final long[] writable;
    private final LayerKernel kernel;

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
        int[] ranks =
                Arrays.stream(columns.image()).map(image -> rankOfImage[image]).toArray();
        for (int host = 0; host < columns.hosts(); host++) {
            Arrays.sort(ranks, starts[host], starts[host + 1]);
        }
        ForkSums forks = new ForkSums(order, images, trie);
        kernel =
                order.length <= FlatKernel.MOST_IMAGES ? new FlatKernel(forks, ranks) : new BlockedKernel(forks, ranks);
    }

    /** {@return bytes on all hosts, by all threads of the pool it runs in} */
    public long disk() {
        int hosts = starts.length - 1;
        int tasks = (hosts + HOSTS_OF_A_TASK - 1) / HOSTS_OF_A_TASK;
        return IntStream.range(0, tasks)
                .parallel()
                .mapToLong(task -> disk(task * HOSTS_OF_A_TASK, Math.min(hosts, (task + 1) * HOSTS_OF_A_TASK)))
                .sum();
    }

    private long disk(int fromHost, int toHost) {
        long sum = 0;
        for (int at = starts[fromHost]; at < starts[toHost]; at++) {
            sum += writable[at];
        }
        return sum + kernel.layers(starts, fromHost, toHost);
    }
}
