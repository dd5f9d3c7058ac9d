package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.Optional;

/**
 * Where a place is: one copy of a layer that has its path for itself and is in no virtual machine.
 *
 * @param path where it is
 * @param way the layers up to it, the machine first
 * @param below when the layer itself is ready
 * @param elsewhere when all is ready that runs elsewhere on the machine
 */
record Spot(LayerPath path, ImmutableList<Layer> way, Ready below, Ready elsewhere) {
    /** What is at a path of a machine, if a place can be there. */
    static Optional<Spot> at(LayerPath path, Hardware machine) {
        ImmutableList<Site> sites = Site.at(path, machine);
        return sites.size() == 1 && isSingleAndOutside(sites.get(0).way())
                ? Optional.of(of(path, sites.get(0).way()))
                : Optional.empty();
    }

    private static boolean isSingleAndOutside(ImmutableList<Layer> way) {
        for (int below = 0; below < way.size() - 1; below++) {
            if (way.get(below) instanceof Hypervisor || way.get(below).runs().count(way.get(below + 1)) != 1) {
                return false;
            }
        }
        return true;
    }

    private static Spot of(LayerPath path, ImmutableList<Layer> way) {
        Ready below = Ready.AT_ONCE;
        Ready elsewhere = Ready.NOTHING;
        for (int at = 0; at < way.size() - 1; at++) {
            below = below.after(way.get(at));
            for (Layer sibling : way.get(at).runs().elementSet()) {
                if (!sibling.equals(way.get(at + 1))) {
                    elsewhere = elsewhere.or(Ready.of(sibling, below));
                }
            }
        }
        return new Spot(path, way, below.after(way.get(way.size() - 1)), elsewhere);
    }

    Layer top() {
        return way.get(way.size() - 1);
    }

    /** When all is ready that runs on a layer which stands here. */
    Ready ready(Layer workload) {
        return Ready.of(workload, below);
    }

    Workloads workloads() {
        return Workloads.of(top().runs(), this);
    }

    /** The machine with other layers here. */
    Hardware with(Workloads workloads) {
        return new Site(way).withRuns(workloads.asMultiset());
    }
}
