package io.virtstack.machine;

import io.virtstack.quantity.DataSize;

/**
 * A storage device of a machine. Immutable and safe for use by several threads.
 *
 * @param kind how it stores
 * @param size its capacity, at least 0 B
 */
public record Storage(Kind kind, DataSize size) {
    /** How a device stores. */
    public enum Kind {
        /** Flash on the NVMe bus. */
        NVME,
        /** Flash on any other bus. */
        SSD,
        /** Rotating disks. */
        HDD
    }

    /**
     * Creates the device.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Storage {
        NonNegative.require("storage size", size);
    }

    /**
     * {@return an NVMe device}
     *
     * @param size its capacity, for example {@code 2 TB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static Storage nvme(String size) {
        return new Storage(Kind.NVME, DataSize.parse(size));
    }

    /**
     * {@return a solid-state disk}
     *
     * @param size its capacity, for example {@code 2 TB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static Storage ssd(String size) {
        return new Storage(Kind.SSD, DataSize.parse(size));
    }

    /**
     * {@return a hard disk}
     *
     * @param size its capacity, for example {@code 2 TB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static Storage hdd(String size) {
        return new Storage(Kind.HDD, DataSize.parse(size));
    }
}
