package io.virtstack.engine.catalogue;

import java.util.Arrays;

/**
 * Sums along so many chains that what is looked up for one of them has to be in one place: its sum, and the least sums where
 * chains part from the beginning of its block of chains up to it, and after it up to the end. A table has the least of blocks.
 */
final class ManyChains extends ChainSums {
    private static final int SHIFT = 5;
    private static final long LOW = 0xFFFF_FFFFL;

    private final long[] records;
    private final long[] byName;
    private final RangeMinima inBlocks;
    private final RangeMinima ofBlocks;

    ManyChains(long[] sums, int[] names, int[] namesAtForks, long[] byName) {
        this.byName = byName;
        this.records = new long[2 * sums.length];
        this.inBlocks = new RangeMinima(namesAtForks, names, 1 << SHIFT);
        int[] blocks = new int[(sums.length >> SHIFT) + 1];
        Arrays.fill(blocks, RangeMinima.NONE);
        for (int image = 0; image < sums.length; image++) {
            blocks[image >> SHIFT] = Math.min(blocks[image >> SHIFT], namesAtForks[image]);
            records[2 * image] = sums[image];
            records[2 * image + 1] = (long) blocks[image >> SHIFT] << Integer.SIZE;
        }
        int after = RangeMinima.NONE;
        for (int image = sums.length - 1; image >= 0; image--) {
            boolean endsBlock = (image + 1) >> SHIFT != image >> SHIFT || image + 1 == sums.length;
            after = endsBlock ? RangeMinima.NONE : Math.min(after, namesAtForks[image + 1]);
            records[2 * image + 1] |= after;
        }
        int[] noBlock = new int[blocks.length];
        Arrays.fill(noBlock, RangeMinima.NONE);
        this.ofBlocks = new RangeMinima(blocks, noBlock, Integer.MAX_VALUE);
    }

    @Override
    public long of(int image) {
        return records[2 * image];
    }

    @Override
    public long shared(int left, int right) {
        return byName[least(left, records[2 * left + 1], right, records[2 * right + 1])];
    }

    private int least(int left, long ofLeft, int right, long ofRight) {
        int from = left >> SHIFT;
        int to = right >> SHIFT;
        return from == to
                ? inBlocks.least(left, right)
                : Math.min(
                        ofBlocks.least(from, to - 1), Math.min((int) (ofLeft & LOW), (int) (ofRight >> Integer.SIZE)));
    }

    @Override
    public long distinct(ImageColumn images, int from, int to) {
        if (from == to) {
            return 0;
        }
        // Two walks: the first waits for several records at a time, so that the second finds all of them in the cache.
        long sum = 0;
        for (int at = from; at < to; at++) {
            sum += records[2 * images.get(at)];
        }
        int last = images.get(from);
        long ofLast = records[2 * last + 1];
        for (int at = from + 1; at < to; at++) {
            int image = images.get(at);
            long ofImage = records[2 * image + 1];
            sum -= byName[least(last, ofLast, image, ofImage)];
            last = image;
            ofLast = ofImage;
        }
        return sum;
    }
}
