package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Placement;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import java.util.ArrayList;
import java.util.List;

/**
 * Stacks in which copies are added in one place, taken apart and put together again layer by layer.
 *
 * @param way the layers from the machine up to the one that copies are added to
 * @param added what is added
 */
record Placed(ImmutableList<Layer> way, Layer added) {
    /** All places of a stack where {@link Placement} can add copies of a layer. */
    static List<Placed> all(Hardware machine, Layer added) {
        List<Placed> places = new ArrayList<>();
        collect(ImmutableList.of(machine), added, places);
        return places;
    }

    private static void collect(ImmutableList<Layer> way, Layer added, List<Placed> places) {
        Layer last = way.get(way.size() - 1);
        boolean fits = added instanceof GuestOS ? last instanceof Hypervisor : last instanceof DockerDaemon;
        if (fits) {
            places.add(new Placed(way, added));
        }
        for (Layer above : last.runs().elementSet()) {
            collect(ImmutableList.<Layer>builder().addAll(way).add(above).build(), added, places);
        }
    }

    Placement placement() {
        Layer target = way.get(way.size() - 1);
        return added instanceof GuestOS guest
                ? Placement.on((Hypervisor) target, guest)
                : Placement.on((DockerDaemon) target, (Binaries) added);
    }

    Hardware machine(int copies) {
        return (Hardware) with(copies).get(0);
    }

    /** The way, with copies added on one copy of its last layer. */
    ImmutableList<Layer> with(int copies) {
        List<Layer> changed = new ArrayList<>();
        Layer last = way.get(way.size() - 1);
        List<Layer> runs = copiesOf(last);
        for (int copy = 0; copy < copies; copy++) {
            runs.add(added);
        }
        changed.add(running(last, runs));
        for (int index = way.size() - 2; index >= 0; index--) {
            List<Layer> siblings = copiesOf(way.get(index));
            siblings.remove(way.get(index + 1));
            siblings.add(changed.get(0));
            changed.add(0, running(way.get(index), siblings));
        }
        return ImmutableList.copyOf(changed);
    }

    private static List<Layer> copiesOf(Layer layer) {
        List<Layer> copies = new ArrayList<>();
        layer.runs().forEach(copies::add);
        return copies;
    }

    private static Layer running(Layer layer, List<Layer> runs) {
        if (layer instanceof Hardware hardware) {
            return hardware.withRuns(as(RunsOnHardware.class, runs));
        }
        if (layer instanceof HostOS host) {
            return host.withRuns(as(RunsOnOperatingSystem.class, runs));
        }
        if (layer instanceof GuestOS guest) {
            return guest.withRuns(as(RunsOnOperatingSystem.class, runs));
        }
        if (layer instanceof BareMetalHypervisor hypervisor) {
            return hypervisor.withRuns(as(GuestOS.class, runs));
        }
        if (layer instanceof HostedHypervisor hypervisor) {
            return hypervisor.withRuns(as(GuestOS.class, runs));
        }
        return ((DockerDaemon) layer).withRuns(as(Binaries.class, runs));
    }

    private static <L extends Layer> List<L> as(Class<L> type, List<Layer> layers) {
        return layers.stream().map(type::cast).toList();
    }
}
