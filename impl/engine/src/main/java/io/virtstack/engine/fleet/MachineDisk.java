package io.virtstack.engine.fleet;

/** What the layers of one copy of a machine, virtual or not, take on its disk. */
final class MachineDisk {
    private final long times;
    private final boolean hasDisk;
    private long contents;
    private long unsharedContents;
    private boolean incomplete;

    /**
     * Creates it empty.
     *
     * @param times how many copies of the machine there are
     * @param hasDisk whether it, or a machine around it, has a disk of its own size
     */
    MachineDisk(long times, boolean hasDisk) {
        this.times = times;
        this.hasDisk = hasDisk;
    }

    boolean hasDisk() {
        return hasDisk;
    }

    boolean isComplete() {
        return !incomplete;
    }

    long contents() {
        return contents;
    }

    /** What {@link #contents} would be if nothing were shared. */
    long unsharedContents() {
        return unsharedContents;
    }

    /** Adds what each of some copies of a layer takes. */
    void add(long bytes, long copies) {
        addStored(bytes, copies);
        addUnshared(bytes, copies);
    }

    /** Adds what each of some stores keeps, items that are shared once. */
    void addStored(long bytes, long stores) {
        if (hasDisk) {
            contents = Standing.add(contents, product(bytes, stores / times));
        }
    }

    /** Adds what each of some copies of a layer would take in a store that shares nothing. */
    void addUnshared(long bytes, long copies) {
        if (hasDisk) {
            unsharedContents = Standing.add(unsharedContents, product(bytes, copies / times));
        }
    }

    void addUnknown() {
        incomplete = true;
    }

    /** Lets what a machine in this one holds lie here too. */
    void passOn(MachineDisk inner, long copies) {
        addStored(inner.contents, copies);
        addUnshared(inner.unsharedContents, copies);
        incomplete |= inner.incomplete;
    }

    private static long product(long bytes, long copies) {
        long product = bytes * copies;
        Irregular.unless(Math.multiplyHigh(bytes, copies) == product >> (Long.SIZE - 1));
        return product;
    }
}
