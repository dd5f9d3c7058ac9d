package io.virtstack.docker;

import com.google.common.collect.ImmutableSet;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What one image takes in an engine's store, and how much of that it shares. Immutable and safe for use by several threads.
 *
 * @param id the digest of its configuration, or with a containerd store of its manifest or index
 * @param tags the names it goes by; none for a dangling image
 * @param layers the number of its layers
 * @param containers the number of its containers, running or not
 * @param size the sum of its layers; empty if unknown
 * @param shared bytes of layers that another listed image has too, on the same layers below; empty if unknown
 */
public record DockerImage(
        String id,
        ImmutableSet<String> tags,
        int layers,
        long containers,
        Optional<DataSize> size,
        Optional<DataSize> shared) {
    /** {@return bytes of layers that no other listed image has; empty if unknown} */
    public Optional<DataSize> unique() {
        return size.flatMap(all -> shared.map(all::minus));
    }
}
