package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Layer;

/**
 * What a file says of the operating system on the hardware. Of two files that state the same the first one counts.
 *
 * @param source the file that says it
 * @param host the facts it states, running nothing
 */
public record HostFacts(Source source, HostOS host) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(host);
    }
}
