package io.virtstack.engine.live;

import java.util.Arrays;

/** A number for each cell, most of them zero and not kept. Immutable and safe for use by several threads. */
final class SparseLongs {
    static final SparseLongs NONE = new SparseLongs(0, new long[0]);

    private final long cells;
    private final long[] numbers;

    private SparseLongs(long cells, long[] numbers) {
        this.cells = cells;
        this.numbers = numbers;
    }

    /** Takes a set of cells and the number of each, in the order of the cells. */
    static SparseLongs of(long cells, long[] numbers) {
        return new SparseLongs(cells, numbers);
    }

    /** All cells whose number is kept; the others are zero. */
    long cells() {
        return cells;
    }

    long get(int cell) {
        return (cells & 1L << cell) == 0 ? 0 : numbers[index(cells, cell)];
    }

    SparseLongs with(int cell, long number) {
        long all = cells | 1L << cell;
        long[] copy = spread(all);
        copy[index(all, cell)] = number;
        return new SparseLongs(all, copy);
    }

    /** A fresh array of the numbers of all these cells, which include the ones that are kept. */
    long[] spread(long all) {
        if (all == cells) {
            return numbers.clone();
        }
        long[] wider = new long[Long.bitCount(all)];
        int from = 0;
        int to = 0;
        for (long rest = all; rest != 0; rest &= rest - 1) {
            if ((cells & Long.lowestOneBit(rest)) != 0) {
                wider[to] = numbers[from];
                from++;
            }
            to++;
        }
        return wider;
    }

    /** Where the number of a cell is in the array of a set of cells. */
    static int index(long cells, int cell) {
        return Long.bitCount(cells & (1L << cell) - 1);
    }

    /** {@return the numbers} */
    @Override
    public String toString() {
        return Arrays.toString(numbers);
    }
}
