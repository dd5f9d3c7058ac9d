package io.virtstack.machine;

import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * A named volume that applications keep data in. It is stored once per name in a store, however many applications use it.
 * Immutable and safe for use by several threads.
 *
 * @param name what identifies it within its store
 * @param size what it takes on the store, empty if unknown
 */
public record Volume(String name, Optional<DataSize> size) {
    /**
     * Creates the volume.
     *
     * @throws IllegalArgumentException if the size is negative
     */
    public Volume {
        size.ifPresent(stated -> Figures.requireNonNegative("size of volume '" + name + "'", stated));
    }

    /**
     * {@return a volume of known size}
     *
     * @param name what identifies it within its store
     * @param size for example {@code 10 GB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static Volume of(String name, String size) {
        return new Volume(name, Optional.of(DataSize.parse(size)));
    }

    /**
     * {@return a volume of unknown size}
     *
     * @param name what identifies it within its store
     */
    public static Volume ofUnknownSize(String name) {
        return new Volume(name, Optional.empty());
    }
}
