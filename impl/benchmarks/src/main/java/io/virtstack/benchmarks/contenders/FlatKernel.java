package io.virtstack.benchmarks.contenders;

import java.util.stream.IntStream;

/** For images that two bytes tell apart: one table over all of them. */
final class FlatKernel implements LayerKernel {
    static final int MOST_IMAGES = 1 << Character.SIZE;

    private final char[] ranks;
    private final long[] chainBytes;
    private final SharedChains shared;
    private final long[] sums;

    FlatKernel(ForkSums forks, int[] ranks) {
        this.ranks = new char[ranks.length];
        for (int at = 0; at < ranks.length; at++) {
            this.ranks[at] = (char) ranks[at];
        }
        sums = forks.sums();
        chainBytes = IntStream.range(0, forks.images())
                .mapToLong(rank -> sums[forks.own(rank)])
                .toArray();
        shared = new SharedChains(forks);
    }

    @Override
    public long layers(int[] starts, int fromHost, int toHost) {
        long sum = 0;
        for (int host = fromHost; host < toHost; host++) {
            int end = starts[host + 1];
            int last = ranks[starts[host]];
            sum += chainBytes[last];
            for (int at = starts[host] + 1; at < end; at++) {
                int rank = ranks[at];
                sum += chainBytes[rank] - sums[shared.of(last, rank)];
                last = rank;
            }
        }
        return sum;
    }
}
