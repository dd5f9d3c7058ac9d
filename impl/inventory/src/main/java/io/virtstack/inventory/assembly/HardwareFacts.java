package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;

/**
 * What a file says of the hardware. Of two files that state the same figure the first one counts.
 *
 * @param source the file that says it
 * @param hardware the figures it states, running nothing; named {@link MachineAssembly#UNNAMED} if it states no name
 */
public record HardwareFacts(Source source, Hardware hardware) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(hardware);
    }
}
