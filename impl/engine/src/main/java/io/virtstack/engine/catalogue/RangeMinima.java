package io.virtstack.engine.catalogue;

import java.util.Arrays;

/**
 * The least of neighbouring numbers, found in two looks at tables (Bender and Farach-Colton, The LCA Problem Revisited, 2000).
 * Where there are too many numbers for the caches of a processor, tables are of blocks of them. Immutable and safe for use by
 * several threads.
 */
abstract sealed class RangeMinima {
    private static final int MOST_OF_ONE_TABLE = 1 << 15;

    /**
     * The least of some numbers.
     *
     * @param left the one before the first of them; that one itself if there are none
     * @param right the last of them
     */
    abstract int least(int left, int right);

    /**
     * Prepares to look up.
     *
     * @param numbers of which to find the least
     * @param none what to say where a range is empty
     */
    static RangeMinima of(int[] numbers, int[] none) {
        return numbers.length <= MOST_OF_ONE_TABLE
                ? new OneTable(numbers, none, Integer.SIZE)
                : new BlockTable(numbers, none);
    }

    /** The rows of the table are for ranges of 0, 1, 2, 4, 8 … numbers, one for each place where such a range begins. */
    private static final class OneTable extends RangeMinima {
        private final int[] table;
        private final int width;

        OneTable(int[] numbers, int[] none, int mostLevels) {
            width = numbers.length + 1;
            int levels = Math.min(mostLevels, Integer.SIZE - Integer.numberOfLeadingZeros(width) + 1);
            table = new int[levels * width];
            System.arraycopy(none, 0, table, 1, none.length);
            System.arraycopy(numbers, 0, table, width, numbers.length);
            table[2 * width - 1] = Integer.MAX_VALUE;
            for (int level = 2; level < levels; level++) {
                int below = (level - 1) * width;
                int step = 1 << (level - 2);
                for (int at = 0; at < width; at++) {
                    table[level * width + at] =
                            Math.min(table[below + at], table[below + Math.min(width - 1, at + step)]);
                }
            }
        }

        @Override
        int least(int left, int right) {
            int level = Integer.SIZE - Integer.numberOfLeadingZeros(right - left);
            int row = level * width + 1;
            return Math.min(table[row + left], table[row + right - ((1 << level) >> 1)]);
        }
    }

    private static final class BlockTable extends RangeMinima {
        private static final int SHIFT = 5;

        private final OneTable inBlocks;
        private final OneTable ofBlocks;
        private final int[] upTo;
        private final int[] after;

        BlockTable(int[] numbers, int[] none) {
            int size = numbers.length;
            inBlocks = new OneTable(numbers, none, SHIFT + 1);
            int[] blocks = new int[((size - 1) >> SHIFT) + 1];
            Arrays.fill(blocks, Integer.MAX_VALUE);
            upTo = new int[size];
            after = new int[size];
            for (int at = 0; at < size; at++) {
                blocks[at >> SHIFT] = Math.min(blocks[at >> SHIFT], numbers[at]);
                upTo[at] = blocks[at >> SHIFT];
            }
            for (int at = size - 1; at >= 0; at--) {
                boolean last = at + 1 == size || (at + 1) >> SHIFT != at >> SHIFT;
                after[at] = last ? Integer.MAX_VALUE : Math.min(after[at + 1], numbers[at + 1]);
            }
            int[] noBlock = new int[blocks.length];
            Arrays.fill(noBlock, Integer.MAX_VALUE);
            ofBlocks = new OneTable(blocks, noBlock, Integer.SIZE);
        }

        @Override
        int least(int left, int right) {
            int from = left >> SHIFT;
            int to = right >> SHIFT;
            return from == to
                    ? inBlocks.least(left, right)
                    : Math.min(ofBlocks.least(from, to - 1), Math.min(after[left], upTo[right]));
        }
    }
}
