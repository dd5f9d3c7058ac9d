package io.virtstack.benchmarks.contenders;

/** What the chains of two images have in common, looked up in one table over all images. No branches: equal images share all. */
final class SharedChains {
    private final int[] table;
    private final int width;

    SharedChains(ForkSums forks) {
        int images = forks.images();
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

    /** The number of what the chains of two images have in common. */
    int of(int left, int right) {
        int level = Integer.SIZE - Integer.numberOfLeadingZeros(right - left);
        int row = level * width + 1;
        return Math.min(table[row + left], table[row + right - ((1 << level) >> 1)]);
    }
}
