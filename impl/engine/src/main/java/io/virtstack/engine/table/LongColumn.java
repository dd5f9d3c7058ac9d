package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;
import java.util.Arrays;

/**
 * Numbers that do not change, in the fewest bytes that tell them apart. Immutable and safe for use by several threads.
 */
public abstract sealed class LongColumn permits ConstantColumn, PackedColumn, PlainColumn, TemplateColumn {
    LongColumn() {}

    /**
     * {@return the number of a row}
     *
     * @param row a row
     */
    public abstract long get(int row);

    /**
     * Adds up the numbers of some rows.
     *
     * @param from the first row
     * @param to the row after the last one
     * @param sum what to add them to
     */
    public void addTo(int from, int to, WideSum sum) {
        for (int row = from; row < to; row++) {
            sum.add(get(row));
        }
    }

    /**
     * {@return the numbers in another order}
     *
     * @param rows which row comes where
     */
    abstract LongColumn inOrder(int[] rows);

    /**
     * {@return the largest of the numbers of some rows}
     *
     * @param from the first row
     * @param to the row after the last one
     * @param least what to return when all are less
     */
    public final long largest(int from, int to, long least) {
        long largest = least;
        for (int row = from; row < to; row++) {
            largest = Math.max(largest, get(row));
        }
        return largest;
    }

    /**
     * {@return whether all rows have this number}
     *
     * @param number a number
     */
    public boolean isAlways(long number) {
        return false;
    }

    /**
     * {@return a column of one number}
     *
     * @param number the number of every row
     */
    public static LongColumn always(long number) {
        return new ConstantColumn(number);
    }

    /**
     * {@return a column of the first numbers of an array}
     *
     * @param numbers they are copied
     * @param size how many of them
     */
    static LongColumn of(long[] numbers, int size) {
        long least = Long.MAX_VALUE;
        long most = Long.MIN_VALUE;
        for (int row = 0; row < size; row++) {
            least = Math.min(least, numbers[row]);
            most = Math.max(most, numbers[row]);
        }
        if (size == 0 || least == most) {
            return new ConstantColumn(size == 0 ? 0 : least);
        }
        long distances = 0;
        for (int row = 0; row < size; row++) {
            distances |= numbers[row] - least;
        }
        int shift = Long.numberOfTrailingZeros(distances);
        long widest = (most - least) >>> shift;
        return widest >>> Integer.SIZE == 0
                ? PackedColumn.of(numbers, size, least, shift, widest)
                : new PlainColumn(Arrays.copyOf(numbers, size));
    }
}
