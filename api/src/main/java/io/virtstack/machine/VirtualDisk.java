package io.virtstack.machine;

import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * A disk of a virtual machine, by how the hypervisor's store provides for it.
 *
 * <p>Sizes that nobody stated are empty, which means unknown. Immutable and safe for use by several threads.
 */
public sealed interface VirtualDisk {
    /** {@return the size that the guest sees, empty if unknown} */
    Optional<DataSize> size();

    /**
     * All of the disk is set aside at once: it costs its virtual size, whatever it holds. A breakdown shows what it holds and the
     * rest as allocation slack; where not all it holds is known, the whole disk is slack.
     *
     * @param size the size that the guest sees
     */
    record Thick(Optional<DataSize> size) implements VirtualDisk {
        /**
         * Creates the disk.
         *
         * @throws IllegalArgumentException if the size is negative
         */
        public Thick {
            size.ifPresent(stated -> NonNegative.require("virtual size", stated));
        }
    }

    /**
     * Bytes are set aside as they are written (thin provisioning): it costs its actual size; where that is unknown, at least
     * its contents.
     *
     * @param size the size that the guest sees
     * @param actual what the file takes on the store
     */
    record Thin(Optional<DataSize> size, Optional<DataSize> actual) implements VirtualDisk {
        /**
         * Creates the disk.
         *
         * @throws IllegalArgumentException if a size is negative
         */
        public Thin {
            size.ifPresent(stated -> NonNegative.require("virtual size", stated));
            actual.ifPresent(stated -> NonNegative.require("actual size", stated));
        }
    }

    /**
     * Only what differs from a base disk is stored: it costs the base, once per store, and its delta; where that is unknown,
     * at least what it holds beyond the size of the base.
     *
     * @param size the size that the guest sees
     * @param base the name of the base disk, which identifies it within a store
     * @param baseSize what the base takes on the store
     * @param delta what the differences take on the store
     */
    record LinkedClone(Optional<DataSize> size, String base, Optional<DataSize> baseSize, Optional<DataSize> delta)
            implements VirtualDisk {
        /**
         * Creates the disk.
         *
         * @throws IllegalArgumentException if a size is negative
         */
        public LinkedClone {
            size.ifPresent(stated -> NonNegative.require("virtual size", stated));
            baseSize.ifPresent(stated -> NonNegative.require("base size", stated));
            delta.ifPresent(stated -> NonNegative.require("delta size", stated));
        }
    }

    /**
     * {@return a disk that costs its virtual size}
     *
     * @param size the virtual size, for example {@code 40 GB}
     * @throws IllegalArgumentException if the text is no size
     */
    static VirtualDisk thick(String size) {
        return new Thick(Optional.of(DataSize.parse(size)));
    }

    /**
     * {@return a thin disk of unknown actual size}
     *
     * @param size the virtual size, for example {@code 40 GB}
     * @throws IllegalArgumentException if the text is no size
     */
    static VirtualDisk thin(String size) {
        return new Thin(Optional.of(DataSize.parse(size)), Optional.empty());
    }

    /**
     * {@return a thin disk}
     *
     * @param size the virtual size, for example {@code 40 GB}
     * @param actual what it takes on the store, for example {@code 12.5 GB}
     * @throws IllegalArgumentException if a text is no size
     */
    static VirtualDisk thin(String size, String actual) {
        return new Thin(Optional.of(DataSize.parse(size)), Optional.of(DataSize.parse(actual)));
    }

    /**
     * {@return a linked clone of unknown delta}
     *
     * @param size the virtual size, for example {@code 40 GB}
     * @param base the name of the base disk
     * @param baseSize what the base takes on the store
     * @throws IllegalArgumentException if a text is no size
     */
    static VirtualDisk linkedClone(String size, String base, String baseSize) {
        return new LinkedClone(
                Optional.of(DataSize.parse(size)), base, Optional.of(DataSize.parse(baseSize)), Optional.empty());
    }

    /**
     * {@return a linked clone}
     *
     * @param size the virtual size, for example {@code 40 GB}
     * @param base the name of the base disk
     * @param baseSize what the base takes on the store
     * @param delta what the differences take on the store
     * @throws IllegalArgumentException if a text is no size
     */
    static VirtualDisk linkedClone(String size, String base, String baseSize, String delta) {
        return new LinkedClone(
                Optional.of(DataSize.parse(size)),
                base,
                Optional.of(DataSize.parse(baseSize)),
                Optional.of(DataSize.parse(delta)));
    }
}
