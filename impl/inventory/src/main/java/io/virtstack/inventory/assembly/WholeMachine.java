package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;

/**
 * A machine that needs no other part, and takes none.
 *
 * @param source the file that says it
 * @param machine the machine with all that runs on it
 */
public record WholeMachine(Source source, Hardware machine) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(machine);
    }
}
