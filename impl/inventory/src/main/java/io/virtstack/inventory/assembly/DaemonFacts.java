package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Layer;

/**
 * What a file says of the container daemon, possibly with images and containers on it. The first one that is stated gives
 * the daemon its name, store and overheads; what runs on the others is added.
 *
 * @param source the file that says it
 * @param daemon the facts it states
 */
public record DaemonFacts(Source source, DockerDaemon daemon) implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(daemon);
    }
}
