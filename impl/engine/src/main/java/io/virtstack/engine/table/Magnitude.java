package io.virtstack.engine.table;

/**
 * How far from zero some numbers are at most.
 *
 * @param largest the largest distance
 */
record Magnitude(long largest) {
    static Magnitude of(long[] numbers, int size) {
        long largest = 0;
        for (int row = 0; row < size; row++) {
            largest = numbers[row] == Long.MIN_VALUE ? Long.MAX_VALUE : Math.max(largest, Math.abs(numbers[row]));
        }
        return new Magnitude(largest);
    }

    /** Whether so many of the numbers have a sum that fits a {@code long}. */
    boolean fits(int rows) {
        return Math.multiplyHigh(largest, rows) == 0 && largest * rows >= 0;
    }
}
