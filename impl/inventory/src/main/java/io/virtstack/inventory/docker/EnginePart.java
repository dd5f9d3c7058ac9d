package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.Part;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Layer;

/**
 * What one file says of an engine; what all files say makes the images and containers.
 *
 * @param source the file
 * @param state what it says
 */
public record EnginePart(Source source, EngineState state) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.copyOf(new EngineContents(state).binaries());
    }
}
