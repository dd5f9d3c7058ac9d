package io.virtstack.footprint;

import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What one image takes in its store, and how much of that it shares. Immutable and safe for use by several threads.
 *
 * <p>Sizes are of unpacked layers; the compressed blobs of a containerd store are not in them.
 *
 * @param daemon the daemon that has it
 * @param name what the binaries are called, with the application where that adds a layer
 * @param layers the number of its layers
 * @param containers the number of its containers, running or not, in all copies of the daemon
 * @param size the sum of its layers
 * @param shared bytes of layers that another image of the same store has too; empty when unknown
 */
public record ImageUsage(
        LayerPath daemon, String name, int layers, long containers, Total<DataSize> size, Optional<DataSize> shared) {
    /** {@return bytes of layers that no other image of the same store has; empty when unknown} */
    public Optional<DataSize> unique() {
        return shared.map(known -> size.value().minus(known));
    }
}
