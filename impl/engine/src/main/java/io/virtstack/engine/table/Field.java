package io.virtstack.engine.table;

/** What a row of a fleet's tables says. Sizes are in bytes, CPU in millicores, times in nanoseconds. */
public enum Field {
    /** How many copies of the row are on one copy of its machine; none for an image that no application uses. */
    TIMES,
    /** The first application on the row, counted from the first one of the machine. */
    FIRST,
    /** The application after the last one on the row. */
    END,
    /** How many layers it stands on. */
    DEPTH,
    /** How many machines like it there are. */
    COPIES,
    /** What it costs a daemon or a hypervisor to run one more, as a number that the fleet knows the meaning of. */
    PLATFORM,
    /** What it takes on disk besides what a store keeps for it. */
    DISK,
    /** What the disks of a guest take beyond the layers in them. */
    SLACK,
    /** The same if nothing in them were shared. */
    LOGICAL_SLACK,
    /** The memory that it demands itself. */
    MEMORY,
    /** The CPU that it demands itself. */
    CPU,
    /** The memory that is set aside for it. */
    ALLOCATED_MEMORY,
    /** The CPU that is set aside for it. */
    ALLOCATED_CPU,
    /** The memory that it costs what runs it. */
    OVERHEAD_MEMORY,
    /** The CPU that it costs what runs it. */
    OVERHEAD_CPU,
    /** The same as {@link #OVERHEAD_MEMORY} outside of machines; nothing inside, where the machine's allocation has it. */
    OUTER_OVERHEAD_MEMORY,
    /** The same as {@link #OVERHEAD_CPU} outside of machines; nothing inside, where the machine's allocation has it. */
    OUTER_OVERHEAD_CPU,
    /** How many operating systems run for it. */
    SYSTEMS,
    /** 1 for itself. */
    ONE,
    /** 1 if it is a container. */
    CONTAINER,
    /** How many copies would have the image to themselves if nothing were shared. */
    IMAGE_COPIES,
    /** 1 if it is stopped. */
    STOPPED,
    /** When it is ready after power-on; -1 if it does not run. */
    READY,
    /** 1 if its start-up time is unknown and on the way of a running application. */
    READY_GAP,
    /** When it is ready on a running platform; -1 if it does not run. */
    WARM_READY,
    /** 1 if its start-up time is unknown and on the way of a running application from a running platform. */
    WARM_READY_GAP;

    private static final Field[] VALUES = values();

    @SuppressWarnings("EnumOrdinal") // columns are arrays by field
    int index() {
        return ordinal();
    }

    static int count() {
        return VALUES.length;
    }

    static Field at(int ordinal) {
        return VALUES[ordinal];
    }
}
