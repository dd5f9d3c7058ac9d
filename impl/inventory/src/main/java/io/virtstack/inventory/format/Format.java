package io.virtstack.inventory.format;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.source.Source;

/** One kind of text file. Implementations have no state. */
public interface Format {
    /** {@return what the kind is called, for example {@code lscpu}} */
    String kind();

    /** {@return whether a machine can have but one file of this kind, so that several describe several machines} */
    default boolean oncePerMachine() {
        return false;
    }

    /**
     * {@return whether a file is of this kind, by what it holds}
     *
     * @param source the file; what it offers parsed is parsed once for all kinds
     * @throws InventoryException if it is not even what all files of its shape must be, such as JSON
     */
    boolean recognises(Source source);

    /**
     * Reads a file of this kind. What is assumed or left out becomes a {@linkplain Source#note note}.
     *
     * @param source the file
     * @param parts takes what it says
     * @throws InventoryException if it is malformed; then nothing of {@code parts} is used
     */
    void read(Source source, Parts parts);
}
