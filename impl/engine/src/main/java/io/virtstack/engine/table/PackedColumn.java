package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;

/** Numbers as their distances from the least one, without the low bits that are zero in all distances. */
abstract sealed class PackedColumn extends LongColumn {
    private final long least;
    private final int shift;

    PackedColumn(long least, int shift) {
        this.least = least;
        this.shift = shift;
    }

    /** Of distances that are at most so wide, which fits 32 bits. */
    static PackedColumn of(long[] numbers, int size, long least, int shift, long widest) {
        if (widest >>> Byte.SIZE == 0) {
            return Bytes.of(numbers, size, least, shift);
        }
        return widest >>> Character.SIZE == 0
                ? Chars.of(numbers, size, least, shift)
                : Ints.of(numbers, size, least, shift);
    }

    abstract long distance(int row);

    /** Of no more than 2³¹ rows of no more than 32 bits, so it cannot overflow. */
    abstract long sumOfDistances(int from, int to);

    abstract PackedColumn inOrder(int[] rows, long ofLeast, int ofShift);

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

    private static final class Bytes extends PackedColumn {
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
        PackedColumn inOrder(int[] rows, long ofLeast, int ofShift) {
            byte[] moved = new byte[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Bytes(ofLeast, ofShift, moved);
        }
    }

    private static final class Chars extends PackedColumn {
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
        PackedColumn inOrder(int[] rows, long ofLeast, int ofShift) {
            char[] moved = new char[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Chars(ofLeast, ofShift, moved);
        }
    }

    private static final class Ints extends PackedColumn {
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
        PackedColumn inOrder(int[] rows, long ofLeast, int ofShift) {
            int[] moved = new int[rows.length];
            for (int row = 0; row < rows.length; row++) {
                moved[row] = distances[rows[row]];
            }
            return new Ints(ofLeast, ofShift, moved);
        }
    }
}
