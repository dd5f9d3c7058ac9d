package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What is known of a file that holds a virtual disk.
 *
 * @param source the file that says it
 * @param file the file that holds the disk
 * @param virtualSize the size that a guest sees
 * @param actualSize what the file takes on the store
 * @param base the file that it holds only the differences from
 */
public record DiskImage(
        Source source,
        String file,
        Optional<DataSize> virtualSize,
        Optional<DataSize> actualSize,
        Optional<String> base)
        implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of();
    }
}
