package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.capacity.Placement;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
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
        Layer now = withRuns(
                above,
                ImmutableMultiset.<Layer>builder()
                        .addAll(above.runs())
                        .addCopies(added, copies)
                        .build());
        changed.add(now);
        for (Layer below : way.reverse().subList(1, way.size())) {
            now = withRuns(below, replaceOne(below.runs(), above, now));
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

    private static Layer withRuns(Layer layer, ImmutableMultiset<Layer> runs) {
        return switch (layer.kind()) {
            case HARDWARE -> ((Hardware) layer).withRuns(as(RunsOnHardware.class, runs));
            case HOST_OS -> ((HostOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case GUEST_OS -> ((GuestOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case DOCKER_DAEMON -> ((DockerDaemon) layer).withRuns(as(Binaries.class, runs));
            case HYPERVISOR ->
                layer instanceof BareMetalHypervisor bareMetal
                        ? bareMetal.withRuns(as(GuestOS.class, runs))
                        : ((HostedHypervisor) layer).withRuns(as(GuestOS.class, runs));
            case BINARIES, APPLICATION -> throw new IllegalStateException(layer + " is no target of a placement");
        };
    }

    private static <L extends Layer> ImmutableMultiset<L> as(Class<L> type, Multiset<Layer> layers) {
        ImmutableMultiset.Builder<L> cast = ImmutableMultiset.builder();
        layers.forEachEntry((layer, count) -> cast.addCopies(type.cast(layer), count));
        return cast.build();
    }
}
