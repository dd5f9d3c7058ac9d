package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Layer;

/**
 * Containers on the daemon that are alike.
 *
 * @param source the file that says it
 * @param names what their image may be called, the most certain name first
 * @param image the image to take where no {@link StoredImage} goes by any of these names; its size is unknown as a rule
 * @param application what the containers run
 * @param copies how many there are, at least 1
 */
public record PlacedContainer(
        Source source, ImmutableSet<String> names, Binaries image, Application application, int copies)
        implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(image.withRuns(application, copies));
    }
}
