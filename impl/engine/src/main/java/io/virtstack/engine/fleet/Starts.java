package io.virtstack.engine.fleet;

/** The first row of each machine of a block, and at last the number of rows; without an array where all have equally many. */
final class Starts {
    private static final int[] NONE = {};

    private final int rowsOfEach;
    private final int[] starts;

    /**
     * Takes in the starts.
     *
     * @param starts one for each machine, and one more
     */
    Starts(int[] starts) {
        this.rowsOfEach = starts.length > 1 ? starts[1] : 0;
        boolean equal = true;
        for (int host = 0; host < starts.length; host++) {
            equal &= starts[host] == host * rowsOfEach;
        }
        this.starts = equal ? NONE : starts;
    }

    int of(int host) {
        return starts == NONE ? host * rowsOfEach : starts[host];
    }
}
