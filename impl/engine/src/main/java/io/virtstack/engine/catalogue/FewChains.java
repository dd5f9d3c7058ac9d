package io.virtstack.engine.catalogue;

/** Sums along so few chains that a table over all of them stays in the caches of a processor. */
final class FewChains extends ChainSums {
    private final long[] sums;
    private final long[] byName;
    private final RangeMinima shared;

    FewChains(long[] sums, int[] names, int[] namesAtForks, long[] byName) {
        this.sums = sums;
        this.byName = byName;
        this.shared = new RangeMinima(namesAtForks, names, Integer.MAX_VALUE);
    }

    @Override
    public long of(int image) {
        return sums[image];
    }

    @Override
    public long shared(int left, int right) {
        return byName[shared.least(left, right)];
    }

    @Override
    public long distinct(ImageColumn images, int from, int to) {
        if (from == to) {
            return 0;
        }
        int last = images.get(from);
        long sum = sums[last];
        for (int at = from + 1; at < to; at++) {
            int image = images.get(at);
            sum += sums[image] - byName[shared.least(last, image)];
            last = image;
        }
        return sum;
    }
}
