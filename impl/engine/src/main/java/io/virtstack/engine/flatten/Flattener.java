package io.virtstack.engine.flatten;

import com.google.common.collect.Multiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Exact;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Walks machines without recursion, parents before what stands on them. */
public final class Flattener {
    private record Pending(Layer layer, int parent, long times, boolean running) {}

    private final List<Pending> visited = new ArrayList<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    private Flattener() {}

    /**
     * {@return the rows of these machines}
     *
     * @param machines each is counted as often as it occurs
     */
    public static Rows flatten(Iterable<Hardware> machines) {
        Flattener flattener = new Flattener();
        if (machines instanceof Multiset<Hardware> counted) {
            counted.forEachEntry((machine, copies) -> flattener.walk(new Pending(machine, Rows.NONE, copies, true)));
        } else {
            machines.forEach(machine -> flattener.walk(new Pending(machine, Rows.NONE, 1, true)));
        }
        return flattener.rows();
    }

    private void walk(Pending machine) {
        pending.push(machine);
        while (!pending.isEmpty()) {
            Pending next = pending.pop();
            int row = visited.size();
            visited.add(next);
            next.layer()
                    .runs()
                    .forEachEntry((layer, copies) -> pending.push(new Pending(
                            layer,
                            row,
                            Exact.multiply(next.times(), copies, "number of copies of " + layer),
                            next.running() && runs(layer))));
        }
    }

    private static boolean runs(Layer layer) {
        return layer instanceof GuestOS guest
                ? guest.running()
                : !(layer instanceof Application application) || application.running();
    }

    private Rows rows() {
        int size = visited.size();
        Layer[] layers = new Layer[size];
        int[] parents = new int[size];
        long[] times = new long[size];
        boolean[] running = new boolean[size];
        for (int row = 0; row < size; row++) {
            Pending one = visited.get(row);
            layers[row] = one.layer();
            parents[row] = one.parent();
            times[row] = one.times();
            running[row] = one.running();
        }
        return new Rows(layers, parents, times, running);
    }
}
