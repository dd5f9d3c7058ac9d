package io.virtstack.engine.fleet;

import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;

/**
 * The applications of one machine after the other as users of what it has: each row stands for as many as it has copies that
 * count. Not safe for use by several threads.
 */
final class Users {
    /** In the place of a row where what is told of has no user. */
    static final int NOBODY = -1;

    private final boolean runningOnly;
    private int rows;
    private boolean single;
    private long[] counts = new long[64];
    private long[] before = new long[65];

    Users(boolean runningOnly) {
        this.runningOnly = runningOnly;
    }

    /** Takes in a machine in the place of the last one. */
    void begin(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        rows = block.start(Part.APPLICATION, host + 1) - first;
        if (rows > counts.length) {
            counts = new long[2 * rows];
            before = new long[2 * rows + 1];
        }
        Table table = block.table(Part.APPLICATION);
        LongColumn times = table.column(Field.TIMES);
        LongColumn stopped = table.column(Field.STOPPED);
        boolean all = !runningOnly || stopped.isAlways(0);
        single = true;
        for (int at = 0; at < rows; at++) {
            long count = all || stopped.get(first + at) == 0 ? times.get(first + at) : 0;
            counts[at] = count;
            before[at + 1] = before[at] + count;
            single &= count == 1;
        }
    }

    int rows() {
        return rows;
    }

    long at(int row) {
        return counts[row];
    }

    long in(int from, int to) {
        return before[to] - before[from];
    }

    /** Whether each row stands for one. */
    boolean isSingle() {
        return single;
    }
}
