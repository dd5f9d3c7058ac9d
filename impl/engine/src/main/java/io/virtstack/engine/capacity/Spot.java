package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.capacity.Placement;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Reassembly;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * The layers from a machine up to the target of a placement, one copy of each.
 *
 * @param way the machine first, the target last
 * @param added what is added on the target
 */
record Spot(ImmutableList<Layer> way, Layer added) {
    /** The places of the target with the least path: more than one where unequal layers of one name carry it. */
    static ImmutableList<Spot> find(Hardware machine, Placement placement) {
        Rows rows = Flattener.flatten(ImmutableList.of(machine));
        TreeMap<LayerPath, Set<Spot>> spots = new TreeMap<>();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.layer(row).equals(placement.target())) {
                spots.computeIfAbsent(rows.path(row), path -> new LinkedHashSet<>())
                        .add(new Spot(way(rows, row), placement.added()));
            }
        }
        if (spots.isEmpty()) {
            throw new IllegalArgumentException(machine + " has no layer equal to " + placement.target()
                    + "; take the target of the placement from the stack itself");
        }
        return ImmutableList.copyOf(spots.firstEntry().getValue());
    }

    private static ImmutableList<Layer> way(Rows rows, int target) {
        ImmutableList.Builder<Layer> way = ImmutableList.builder();
        for (int row = target; row != Rows.NONE; row = rows.parent(row)) {
            way.add(rows.layer(row));
        }
        return way.build().reverse();
    }

    /** The most copies that the target can take: copies of equal layers are counted in 32 bits. */
    int mostCopies() {
        Layer target = way.get(way.size() - 1);
        return Integer.MAX_VALUE - target.runs().count(added);
    }

    /** The layers of the way with so many copies added on the last; one copy of each splits off its siblings. */
    ImmutableList<Layer> with(int copies) {
        ImmutableList.Builder<Layer> changed = ImmutableList.builder();
        Layer above = way.get(way.size() - 1);
        Layer now = Reassembly.withRuns(
                above,
                ImmutableMultiset.<Layer>builder()
                        .addAll(above.runs())
                        .addCopies(added, copies)
                        .build());
        changed.add(now);
        for (Layer below : way.reverse().subList(1, way.size())) {
            now = Reassembly.withRuns(below, replaceOne(below.runs(), above, now));
            above = below;
            changed.add(now);
        }
        return changed.build().reverse();
    }

    private static ImmutableMultiset<Layer> replaceOne(Multiset<? extends Layer> layers, Layer one, Layer by) {
        ImmutableMultiset.Builder<Layer> replaced = ImmutableMultiset.builder();
        layers.forEachEntry((layer, count) -> replaced.addCopies(layer, layer.equals(one) ? count - 1 : count));
        return replaced.add(by).build();
    }
}
