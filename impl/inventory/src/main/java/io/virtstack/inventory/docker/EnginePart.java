package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DaemonContents;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Layer;

/**
 * What one file says of an engine. Its figures complete those of other files: one has the layers of the images, one the limits
 * of the containers, one what they have written.
 *
 * @param source the file
 * @param state what it says
 */
public record EnginePart(Source source, EngineState state) implements DaemonContents {
    @Override
    public Contents join(ImmutableList<? extends DaemonContents> all) {
        EngineContents contents = new EngineContents(EngineState.together(
                all.stream().map(part -> ((EnginePart) part).state).collect(ImmutableList.toImmutableList())));
        return new Contents(contents.images(source), contents.containers(source));
    }

    @Override
    public ImmutableList<Layer> layers() {
        Parts alone = new Parts();
        alone.add(this);
        return alone.daemonContents();
    }
}
