package io.virtstack.capacity;

import io.virtstack.footprint.Figure;

/** What a machine can run out of. */
public enum Resource {
    /** Memory, in bytes. */
    MEMORY,
    /** Processor time, in millicores. */
    CPU,
    /** Storage, in bytes. */
    DISK;

    /**
     * {@return the figure that is held against the capacity}
     *
     * @param accounting demanded or allocated; disk is the same in both
     */
    public Figure.Sum<?> figure(Accounting accounting) {
        boolean demanded = accounting == Accounting.DEMANDED;
        return switch (this) {
            case MEMORY -> demanded ? Figure.MEMORY : Figure.ALLOCATED_MEMORY;
            case CPU -> demanded ? Figure.CPU : Figure.ALLOCATED_CPU;
            case DISK -> Figure.DISK;
        };
    }
}
