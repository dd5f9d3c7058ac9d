package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.OperatingSystem;
import java.util.Optional;

/** Which rows keep what in which store. */
final class Stores {
    private Stores() {}

    /** Images and volumes of containers. */
    static ImmutableList<Store> ofDaemons(Rows rows) {
        return Store.of(
                rows,
                row -> rows.layer(row) instanceof DockerDaemon daemon ? Optional.of(daemon.store()) : Optional.empty());
    }

    /** Bases of linked clones. */
    static ImmutableList<Store> ofHypervisors(Rows rows) {
        return Store.of(
                rows,
                row -> rows.layer(row) instanceof Hypervisor hypervisor
                        ? Optional.of(hypervisor.store())
                        : Optional.empty());
    }

    /** Volumes of applications that stand on an operating system. */
    static ImmutableList<Store> ofSystems(Rows rows) {
        return Store.of(
                rows,
                row -> rows.layer(row) instanceof OperatingSystem ? Optional.of(Optional.empty()) : Optional.empty());
    }
}
