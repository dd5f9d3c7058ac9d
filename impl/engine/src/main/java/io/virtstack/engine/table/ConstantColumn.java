package io.virtstack.engine.table;

import io.virtstack.engine.exact.WideSum;

/** One number for all rows. */
final class ConstantColumn extends LongColumn {
    private final long number;

    ConstantColumn(long number) {
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
