package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Layer;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one file: read as a kind, or refused.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param path the file, or the folder of an OCI layout
 * @param kind what it was recognised as, for example {@code lscpu}; empty if it was refused before it was recognised
 * @param layers what it says by itself, in its order, before it is combined with other files; empty if it was refused
 * @param notes what was assumed or left out while it was read
 * @param error why it was refused; empty if it was read
 */
public record InventoryFile(
        Path path,
        Optional<String> kind,
        ImmutableList<Layer> layers,
        ImmutableList<InventoryNote> notes,
        Optional<InventoryException> error) {
    /** {@return whether it was read, and not refused} */
    public boolean isRead() {
        return error.isEmpty();
    }
}
