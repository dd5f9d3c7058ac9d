package io.virtstack.engine.live;

import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A layer of a machine with all that stands on it, ready for edits that cost no more than what they are about. Immutable and safe
 * for use by several threads.
 */
abstract class Place {
    private final Spot spot;
    private final Workloads workloads;

    Place(Spot spot, Workloads workloads) {
        this.spot = spot;
        this.workloads = workloads;
    }

    /** What is at a path of a machine; nothing if each edit there has to look at all of the machine. */
    static Optional<Place> at(LayerPath path, Hardware machine) {
        return Spot.at(path, machine).flatMap(Place::of);
    }

    private static Optional<Place> of(Spot spot) {
        Layer top = spot.top();
        if (top instanceof DockerDaemon) {
            return DaemonPlace.of(spot);
        }
        return top instanceof HostOS || top instanceof Hypervisor
                ? Optional.of(AdditivePlace.of(spot))
                : Optional.empty();
    }

    final Spot spot() {
        return spot;
    }

    final Workloads workloads() {
        return workloads;
    }

    /** The machine as it is now. */
    final Hardware machine() {
        return spot.with(workloads);
    }

    /** Whether a workload may stand here. */
    final boolean carries(Layer workload) {
        return spot.top() instanceof Hypervisor ? workload instanceof GuestOS : workload instanceof Binaries;
    }

    /** When all applications of the machine are ready. */
    final Ready ready() {
        return spot.elsewhere().or(workloads.ready());
    }

    /**
     * The place with copies of a workload added, or taken away if the number is negative; what that costs is added to a change.
     * Nothing if that cannot be told without looking at the rest of the machine; then the change is of no use.
     */
    abstract @Nullable Place edited(Layer workload, int copies, Change change);
}
