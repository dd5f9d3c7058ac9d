package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;

/** Numbers as they are. */
final class PlainColumn extends LongColumn {
    private final long[] numbers;
    private final Magnitude magnitude;

    PlainColumn(long[] numbers) {
        this(numbers, Magnitude.of(numbers, numbers.length));
    }

    private PlainColumn(long[] numbers, Magnitude magnitude) {
        this.numbers = numbers;
        this.magnitude = magnitude;
    }

    @Override
    public long get(int row) {
        return numbers[row];
    }

    @Override
    public void addTo(int from, int to, WideSum sum) {
        if (!magnitude.fits(to - from)) {
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
        return new PlainColumn(moved, magnitude);
    }
}
