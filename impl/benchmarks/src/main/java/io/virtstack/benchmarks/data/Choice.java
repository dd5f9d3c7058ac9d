package io.virtstack.benchmarks.data;

/** Chooses images by popularity in constant time: the alias method (Walker, 1977). */
final class Choice {
    private final int[] images;
    private final int[] aliases;
    private final long[] thresholds;

    Choice(int size, Popularity popularity, long seed) {
        images = shuffled(size, seed);
        aliases = new int[size];
        thresholds = new long[size];
        fill(size, popularity);
    }

    private static int[] shuffled(int size, long seed) {
        Seed random = new Seed(seed);
        int[] images = new int[size];
        for (int rank = 0; rank < size; rank++) {
            int other = random.below(rank + 1);
            images[rank] = images[other];
            images[other] = rank;
        }
        return images;
    }

    private void fill(int size, Popularity popularity) {
        double[] weights = new double[size];
        double all = 0;
        for (int rank = 0; rank < size; rank++) {
            weights[rank] = popularity.weight(rank);
            all += weights[rank];
        }
        int[] small = new int[size];
        int[] large = new int[size];
        int smalls = 0;
        int larges = 0;
        for (int rank = 0; rank < size; rank++) {
            weights[rank] *= size / all;
            aliases[rank] = rank;
            thresholds[rank] = Integer.MAX_VALUE;
            if (weights[rank] < 1) {
                small[smalls++] = rank;
            } else {
                large[larges++] = rank;
            }
        }
        while (smalls > 0 && larges > 0) {
            int less = small[--smalls];
            int more = large[larges - 1];
            thresholds[less] = (long) (weights[less] * Integer.MAX_VALUE);
            aliases[less] = more;
            weights[more] -= 1 - weights[less];
            if (weights[more] < 1) {
                larges--;
                small[smalls++] = more;
            }
        }
    }

    int next(Seed random) {
        int rank = random.below(images.length);
        boolean own = random.below(Integer.MAX_VALUE) < thresholds[rank];
        return images[own ? rank : aliases[rank]];
    }
}
