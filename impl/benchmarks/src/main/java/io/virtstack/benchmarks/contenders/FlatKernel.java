package io.virtstack.benchmarks.contenders;

import java.util.stream.IntStream;

/** Looks up what neighbours share in one table over all images. No branches: equal neighbours share the whole chain. */
final class FlatKernel implements LayerKernel {
    private final long[] chainBytes;
    private final int[] table;
    private final int width;
    private final long[] sums;

    FlatKernel(ForkSums forks) {
        int images = forks.images();
        sums = forks.sums();
        chainBytes = IntStream.range(0, images)
                .mapToLong(rank -> sums[forks.own(rank)])
                .toArray();
        width = images + 1;
        int[] numbers = new int[width];
        int[] own = new int[width];
        for (int rank = 0; rank < images; rank++) {
            numbers[rank] = forks.fork(rank);
            own[rank + 1] = forks.own(rank);
        }
        numbers[images] = ForkSums.NONE;
        table = ForkSums.sparseTable(numbers, own);
    }

    @Override
    public long layers(int[] ranks, int[] starts, int fromHost, int toHost) {
        long sum = 0;
        for (int host = fromHost; host < toHost; host++) {
            int end = starts[host + 1];
            int last = ranks[starts[host]];
            sum += chainBytes[last];
            for (int at = starts[host] + 1; at < end; at++) {
                int rank = ranks[at];
                sum += chainBytes[rank] - sums[shared(last, rank)];
                last = rank;
            }
        }
        return sum;
    }

    /** The number of what the chains of two images have in common. */
    int shared(int left, int right) {
        int level = Integer.SIZE - Integer.numberOfLeadingZeros(right - left);
        int row = level * width + 1;
        return Math.min(table[row + left], table[row + right - ((1 << level) >> 1)]);
    }
}
