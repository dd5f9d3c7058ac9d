package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Layer;

/** What one file says of a machine, or of some of its layers. */
public interface Part {
    /** {@return the file that says it} */
    Source source();

    /** {@return the layers that it is without any other file; none if it only completes others} */
    ImmutableList<Layer> layers();
}
