package io.virtstack.engine.catalogue;

/**
 * The least of neighbouring numbers, found in two looks at a table (Bender and Farach-Colton, The LCA Problem Revisited, 2000).
 * Immutable and safe for use by several threads.
 */
final class RangeMinima {
    /** More than any number. */
    static final int NONE = Integer.MAX_VALUE;

    private final int[] table;
    private final int width;

    /**
     * Fills the table. Its rows are for ranges of 0, 1, 2, 4, 8 … numbers, one for each place where such a range begins.
     *
     * @param numbers of which to find the least
     * @param none what to say where a range is empty
     * @param longest the most numbers in a range
     */
    RangeMinima(int[] numbers, int[] none, int longest) {
        width = numbers.length + 1;
        int levels = Integer.SIZE - Integer.numberOfLeadingZeros(Math.min(longest, width)) + 1;
        table = new int[levels * width];
        System.arraycopy(none, 0, table, 1, none.length);
        System.arraycopy(numbers, 0, table, width, numbers.length);
        table[2 * width - 1] = NONE;
        for (int level = 2; level < levels; level++) {
            int below = (level - 1) * width;
            int step = 1 << (level - 2);
            for (int at = 0; at < width; at++) {
                table[level * width + at] = Math.min(table[below + at], table[below + Math.min(width - 1, at + step)]);
            }
        }
    }

    /**
     * The least of some numbers.
     *
     * @param left the place before the first of them; if there are none, the place where there are none
     * @param right the place of the last of them
     */
    int least(int left, int right) {
        int level = Integer.SIZE - Integer.numberOfLeadingZeros(right - left);
        int row = level * width + 1;
        return Math.min(table[row + left], table[row + right - ((1 << level) >> 1)]);
    }
}
