package io.virtstack.diagram.block;

/** How the columns of a picture are dealt out to siblings: those that need fewer leave theirs to the next. */
final class Columns {
    private final boolean allFit;
    private int free;
    private int waiting;

    /**
     * @param free columns there are, from 1
     * @param siblings who share them
     */
    Columns(int free, int siblings) {
        this.free = free;
        this.allFit = siblings <= free;
        this.waiting = allFit ? siblings : free;
    }

    /** {@return whether only one column is left, and more siblings than that} */
    boolean isForRest() {
        return !allFit && waiting == 1;
    }

    /** {@return how many columns the next sibling may take, at least 1} */
    int share() {
        return Math.max(1, (free - (allFit ? 0 : 1)) / Math.max(1, allFit ? waiting : waiting - 1));
    }

    void take(int columns) {
        free -= columns;
        waiting--;
    }
}
