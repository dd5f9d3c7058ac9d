package io.virtstack.benchmarks.contenders;

import java.util.Arrays;

/**
 * For more images than caches hold: a table over blocks of images, and one record per image that says what else there is to
 * know, so that a container costs one cache line.
 */
final class BlockedKernel implements LayerKernel {
    private static final int SHIFT = 5;

    private final int[] ranks;
    private final SharedChains chains;
    private final long[] records;
    private final int[] blocks;
    private final int width;
    private final long[] sums;

    BlockedKernel(ForkSums forks, int[] ranks) {
        this.ranks = ranks;
        int images = forks.images();
        chains = new SharedChains(forks);
        sums = forks.sums();
        width = (images >> SHIFT) + 2;
        records = new long[2 * images];
        int[] least = new int[width];
        int[] none = new int[width];
        Arrays.fill(least, ForkSums.NONE);
        Arrays.fill(none, ForkSums.NONE);
        for (int rank = 0; rank < images; rank++) {
            least[rank >> SHIFT] = Math.min(least[rank >> SHIFT], forks.fork(rank));
        }
        blocks = ForkSums.sparseTable(least, none);
        for (int rank = 0; rank < images; rank++) {
            records[2 * rank] = sums[forks.own(rank)];
            records[2 * rank + 1] = ((long) upTo(forks, rank) << Integer.SIZE) | after(forks, rank);
        }
    }

    private static int upTo(ForkSums forks, int rank) {
        int least = ForkSums.NONE;
        for (int at = (rank >> SHIFT) << SHIFT; at <= rank; at++) {
            least = Math.min(least, forks.fork(at));
        }
        return least;
    }

    private static int after(ForkSums forks, int rank) {
        int least = ForkSums.NONE;
        for (int at = rank + 1; at < forks.images() && at >> SHIFT == rank >> SHIFT; at++) {
            least = Math.min(least, forks.fork(at));
        }
        return least;
    }

    @Override
    public long layers(int[] starts, int fromHost, int toHost) {
        long sum = 0;
        for (int host = fromHost; host < toHost; host++) {
            int end = starts[host + 1];
            int last = ranks[starts[host]];
            long lastMinima = records[2 * last + 1];
            sum += records[2 * last];
            for (int at = starts[host] + 1; at < end; at++) {
                int rank = ranks[at];
                long minima = records[2 * rank + 1];
                int distance = (rank >> SHIFT) - (last >> SHIFT);
                int shared;
                if (distance == 0) {
                    shared = chains.of(last, rank);
                } else {
                    int level = Integer.SIZE - Integer.numberOfLeadingZeros(distance - 1);
                    int row = level * width;
                    int between = Math.min(
                            blocks[row + (last >> SHIFT) + 1], blocks[row + (rank >> SHIFT) - ((1 << level) >> 1)]);
                    shared = Math.min(between, Math.min((int) (minima >> Integer.SIZE), (int) lastMinima));
                }
                sum += records[2 * rank] - sums[shared];
                last = rank;
                lastMinima = minima;
            }
        }
        return sum;
    }
}
