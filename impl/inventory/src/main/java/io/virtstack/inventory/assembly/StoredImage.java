package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Layer;

/**
 * An image in the daemon's store.
 *
 * @param source the file that says it
 * @param binaries the image, running nothing
 * @param names what containers may call it by: its id, tags, and digests
 */
public record StoredImage(Source source, Binaries binaries, ImmutableSet<String> names) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(binaries);
    }
}
