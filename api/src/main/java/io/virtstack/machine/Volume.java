package io.virtstack.machine;

import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * A volume that applications keep data in. A shared one is stored once per name in a store, however many applications use it;
 * of one that is not, every copy of an application has its own. Immutable and safe for use by several threads.
 *
 * @param name what identifies it within its store, if it is shared
 * @param size what it takes on the store, empty if unknown
 * @param shared whether all that name it in a store use the same one
 */
public record Volume(String name, Optional<DataSize> size, boolean shared) {
    /**
     * Creates the volume.
     *
     * @throws IllegalArgumentException if the name is blank or the size negative
     */
    public Volume {
        if (name.isBlank()) {
            throw new IllegalArgumentException("volume name '" + name + "' is blank; name the volume");
        }
        size.ifPresent(stated -> NonNegative.require("size of volume '" + name + "'", stated));
    }

    /**
     * {@return a shared volume of known size}
     *
     * @param name what identifies it within its store
     * @param size for example {@code 10 GB}
     * @throws IllegalArgumentException if the name is blank or the text no size
     */
    public static Volume of(String name, String size) {
        return new Volume(name, Optional.of(DataSize.parse(size)), true);
    }

    /**
     * {@return a shared volume of unknown size}
     *
     * @param name what identifies it within its store
     * @throws IllegalArgumentException if the name is blank
     */
    public static Volume ofUnknownSize(String name) {
        return new Volume(name, Optional.empty(), true);
    }

    /** {@return this volume, of which every copy of an application has its own} */
    public Volume unshared() {
        return new Volume(name, size, false);
    }
}
