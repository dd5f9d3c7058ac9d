package io.virtstack.engine.live;

import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A machine of a live fleet with what it costs. What was edited last is kept as a place; the machine is only made from it when
 * somebody asks for it. Immutable and safe for use by several threads.
 */
final class LiveHost {
    private final String name;
    private final @Nullable Place place;
    private final Costs costs;
    private final Ready ready;
    /** Set at the start, or once by whoever asks first: all make the same. */
    private @Nullable Hardware machine;

    private LiveHost(String name, @Nullable Hardware machine, @Nullable Place place, Costs costs, Ready ready) {
        this.name = name;
        this.machine = machine;
        this.place = place;
        this.costs = costs;
        this.ready = ready;
    }

    /** A machine, if all its figures fit a {@code long}. */
    static LiveHost of(Hardware machine) {
        Evaluation evaluation = Evaluation.of(machine);
        return new LiveHost(
                machine.name(),
                machine,
                null,
                Costs.NONE.plus(evaluation.change(), machine.name()),
                evaluation.ready());
    }

    String name() {
        return name;
    }

    Costs costs() {
        return costs;
    }

    Ready ready() {
        return ready;
    }

    /** Whether it was last edited without a look at all of it. */
    boolean isPlaced() {
        return place != null;
    }

    Hardware machine() {
        Hardware made = machine;
        if (made == null) {
            made = place == null ? Hardware.builder(name).build() : place.machine();
            machine = made;
        }
        return made;
    }

    /** With copies of a workload added, or taken away if the number is negative; the change becomes what that costs. */
    LiveHost edited(LayerPath path, Layer workload, int copies, Change change) {
        Optional<Place> at =
                place != null && place.spot().path().equals(path) ? Optional.of(place) : Place.at(path, machine());
        if (at.isPresent() && at.get().carries(workload)) {
            change.clear();
            LiveHost edited = edited(at.get(), workload, copies, change);
            if (edited != null) {
                return edited;
            }
        }
        LiveHost rebuilt = of(Site.edited(machine(), path, workload, copies));
        change.clear();
        change.add(rebuilt.costs);
        change.subtract(costs);
        return rebuilt;
    }

    private @Nullable LiveHost edited(Place from, Layer workload, int copies, Change change) {
        Place to = from.edited(workload, copies, change);
        if (to == null || from.workloads().run() != to.workloads().run()) {
            return null;
        }
        return new LiveHost(name, null, to, costs.plus(change, name), ready(from, to, workload));
    }

    private Ready ready(Place from, Place to, Layer workload) {
        if (to.workloads().get(workload) != null) {
            return ready.or(to.workloads().ready(workload));
        }
        Ready gone = from.workloads().ready(workload);
        return gone.cold() < ready.cold() && gone.warm() < ready.warm() ? ready : to.ready();
    }
}
