package io.virtstack.engine.fleet;

/**
 * Bounds what the layers of one machine add up to, so that no sum over a regular machine can overflow: the largest of its
 * numbers, as often as it has copies of rows, is far less than a {@code long} holds.
 */
final class Load {
    /** A figure adds up a few numbers of each row. */
    private static final long MOST = Long.MAX_VALUE >> 4;

    private long largest;
    private long copies;

    void clear() {
        largest = 0;
        copies = 0;
    }

    void addRow(long times) {
        copies = Standing.add(copies, times);
    }

    void add(long number) {
        largest = Math.max(largest, Math.abs(number));
    }

    void require() {
        Irregular.unless(Math.multiplyHigh(largest, copies) == 0 && largest * copies >= 0 && largest * copies < MOST);
    }
}
