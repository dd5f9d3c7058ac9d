package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;
import java.util.Arrays;

/**
 * Numbers that do not change, in the fewest bytes that tell them apart.
 *
 * <p>A packed number is its distance from the least one, without the low bits that are zero in all distances.
 */
public abstract sealed class LongColumn {
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
        return new Constant(number);
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
            return new Constant(size == 0 ? 0 : least);
        }
        long distances = 0;
        for (int row = 0; row < size; row++) {
            distances |= numbers[row] - least;
        }
        int shift = Long.numberOfTrailingZeros(distances);
        long widest = (most - least) >>> shift;
        if (widest >>> Byte.SIZE == 0) {
            return Bytes.of(numbers, size, least, shift);
        }
        if (widest >>> Character.SIZE == 0) {
            return Chars.of(numbers, size, least, shift);
        }
        return widest >>> Integer.SIZE == 0
                ? Ints.of(numbers, size, least, shift)
                : new Longs(Arrays.copyOf(numbers, size));
    }

    private static final class Constant extends LongColumn {
        private final long number;

        Constant(long number) {
            this.number = number;
        }

        @Override
        public long get(int row) {
            return number;
        }

        @Override
        public void addTo(int from, int to, WideSum sum) {
            sum.add(number, to - from);
        }

        @Override
        LongColumn inOrder(int[] rows) {
            return this;
        }

        @Override
        public boolean isAlways(long other) {
            return number == other;
        }
    }

    /** Distances from the least number, all shifted by the same number of bits. */
    private abstract static sealed class Packed extends LongColumn {
        private final long least;
        private final int shift;

        Packed(long least, int shift) {
            this.least = least;
            this.shift = shift;
        }

        abstract long distance(int row);

        /** Of no more than 2³¹ rows of no more than 32 bits, so it cannot overflow. */
        abstract long sumOfDistances(int from, int to);

        abstract Packed inOrder(int[] rows, long ofLeast, int ofShift);

        @Override
        public long get(int row) {
            return least + (distance(row) << shift);
        }

        @Override
        public void addTo(int from, int to, WideSum sum) {
            sum.add(least, to - from);
            sum.add(sumOfDistances(from, to), 1L << shift);
        }

        @Override
        LongColumn inOrder(int[] rows) {
            return inOrder(rows, least, shift);
        }
    }

    private static final class Bytes extends Packed {
        private final byte[] distances;

        Bytes(long least, int shift, byte[] distances) {
            super(least, shift);
            this.distances = distances;
        }

        static Bytes of(long[] numbers, int size, long least, int shift) {
            byte[] distances = new byte[size];
            for (int row = 0; row < size; row++) {
                distances[row] = (byte) ((numbers[row] - least) >>> shift);
            }
            return new Bytes(least, shift, distances);
        }

        @Override
        long distance(int row) {
            return Byte.toUnsignedLong(distances[row]);
        }

        @Override
        long sumOfDistances(int from, int to) {
            long sum = 0;
            for (int row = from; row < to; row++) {
                sum += distances[row] & 0xFF;
            }
            return sum;
        }

        @Override
        Packed inOrder(int[] rows, long ofLeast, int ofShift) {
            byte[] moved = new byte[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Bytes(ofLeast, ofShift, moved);
        }
    }

    private static final class Chars extends Packed {
        private final char[] distances;

        Chars(long least, int shift, char[] distances) {
            super(least, shift);
            this.distances = distances;
        }

        static Chars of(long[] numbers, int size, long least, int shift) {
            char[] distances = new char[size];
            for (int row = 0; row < size; row++) {
                distances[row] = (char) ((numbers[row] - least) >>> shift);
            }
            return new Chars(least, shift, distances);
        }

        @Override
        long distance(int row) {
            return distances[row];
        }

        @Override
        long sumOfDistances(int from, int to) {
            long sum = 0;
            for (int row = from; row < to; row++) {
                sum += distances[row];
            }
            return sum;
        }

        @Override
        Packed inOrder(int[] rows, long ofLeast, int ofShift) {
            char[] moved = new char[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Chars(ofLeast, ofShift, moved);
        }
    }

    private static final class Ints extends Packed {
        private final int[] distances;

        Ints(long least, int shift, int[] distances) {
            super(least, shift);
            this.distances = distances;
        }

        static Ints of(long[] numbers, int size, long least, int shift) {
            int[] distances = new int[size];
            for (int row = 0; row < size; row++) {
                distances[row] = (int) ((numbers[row] - least) >>> shift);
            }
            return new Ints(least, shift, distances);
        }

        @Override
        long distance(int row) {
            return Integer.toUnsignedLong(distances[row]);
        }

        @Override
        long sumOfDistances(int from, int to) {
            long sum = 0;
            for (int row = from; row < to; row++) {
                sum += distances[row] & 0xFFFF_FFFFL;
            }
            return sum;
        }

        @Override
        Packed inOrder(int[] rows, long ofLeast, int ofShift) {
            int[] moved = new int[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Ints(ofLeast, ofShift, moved);
        }
    }

    private static final class Longs extends LongColumn {
        private final long[] numbers;
        private final long largest;

        Longs(long[] numbers) {
            this(numbers, magnitude(numbers, numbers.length));
        }

        private Longs(long[] numbers, long largest) {
            this.numbers = numbers;
            this.largest = largest;
        }

        @Override
        public long get(int row) {
            return numbers[row];
        }

        @Override
        public void addTo(int from, int to, WideSum sum) {
            if (!fits(largest, to - from)) {
                super.addTo(from, to, sum);
                return;
            }
            long narrow = 0;
            for (int row = from; row < to; row++) {
                narrow += numbers[row];
            }
            sum.add(narrow);
        }

        @Override
        LongColumn inOrder(int[] rows) {
            long[] moved = new long[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = numbers[rows[row]];
            }
            return new Longs(moved, largest);
        }
    }

    /** Numbers of templates: each row names one of them. All columns of a table share one array of those names. */
    static final class Looked extends LongColumn {
        private final char[] templates;
        private final long[] numbers;
        private final long largest;

        /** The first of the numbers are of templates that rows name; more may be filled in later. */
        Looked(char[] templates, long[] numbers, int size) {
            this(templates, numbers, magnitude(numbers, size));
        }

        private Looked(char[] templates, long[] numbers, long largest) {
            this.templates = templates;
            this.numbers = numbers;
            this.largest = largest;
        }

        @Override
        public long get(int row) {
            return numbers[templates[row]];
        }

        @Override
        public void addTo(int from, int to, WideSum sum) {
            if (!fits(largest, to - from)) {
                super.addTo(from, to, sum);
                return;
            }
            long narrow = 0;
            for (int row = from; row < to; row++) {
                narrow += numbers[templates[row]];
            }
            sum.add(narrow);
        }

        @Override
        LongColumn inOrder(int[] rows) {
            return of(moved(templates, rows));
        }

        /** The same numbers for rows whose templates were moved already. */
        Looked of(char[] moved) {
            return new Looked(moved, numbers, largest);
        }

        static char[] moved(char[] templates, int[] rows) {
            char[] moved = new char[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = templates[rows[row]];
            }
            return moved;
        }
    }

    private static long magnitude(long[] numbers, int size) {
        long largest = 0;
        for (int row = 0; row < size; row++) {
            largest = numbers[row] == Long.MIN_VALUE ? Long.MAX_VALUE : Math.max(largest, Math.abs(numbers[row]));
        }
        return largest;
    }

    /** Whether so many numbers of that magnitude have a sum that fits a {@code long}. */
    private static boolean fits(long largest, int rows) {
        return Math.multiplyHigh(largest, rows) == 0 && largest * rows >= 0;
    }
}
