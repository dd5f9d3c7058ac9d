package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.engine.flatten.Reassembly;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.quantity.OverflowException;
import java.util.List;
import java.util.function.Predicate;

/**
 * The layers from a machine up to the one that a workload stands on, one copy of each. Siblings of one name share a path, so the
 * layer that an edit has changed is put before its siblings: then the inverse edit finds it.
 *
 * @param way the machine first
 */
record Site(ImmutableList<Layer> way) {
    /** All layers at a path, in the order in which their siblings are listed. */
    static ImmutableList<Site> at(LayerPath path, Hardware machine) {
        ImmutableList.Builder<Site> found = ImmutableList.builder();
        if (path.names().get(0).equals(machine.name())) {
            collect(path.names(), ImmutableList.of(machine), found);
        }
        return found.build();
    }

    private static void collect(List<String> names, ImmutableList<Layer> way, ImmutableList.Builder<Site> found) {
        if (way.size() == names.size()) {
            found.add(new Site(way));
            return;
        }
        for (Layer child : way.get(way.size() - 1).runs().elementSet()) {
            if (child.name().equals(names.get(way.size()))) {
                collect(
                        names,
                        ImmutableList.<Layer>builder().addAll(way).add(child).build(),
                        found);
            }
        }
    }

    /** Those that a workload may stand on: of several kinds, the ones that come first. */
    static ImmutableList<Site> carrying(Layer workload, LayerPath path, Hardware machine) {
        ImmutableList<Site> all = at(path, machine);
        if (workload instanceof GuestOS) {
            return only(all, Hypervisor.class::isInstance);
        }
        ImmutableList<Site> daemons = only(all, DockerDaemon.class::isInstance);
        return daemons.isEmpty() ? only(all, OperatingSystem.class::isInstance) : daemons;
    }

    private static ImmutableList<Site> only(ImmutableList<Site> sites, Predicate<Layer> isMeant) {
        return sites.stream().filter(site -> isMeant.test(site.top())).collect(ImmutableList.toImmutableList());
    }

    /** The machine with copies of a workload added, or taken away if the number is negative. */
    static Hardware edited(Hardware machine, LayerPath path, Layer workload, int copies) {
        ImmutableList<Site> sites = carrying(workload, path, machine);
        if (sites.isEmpty()) {
            throw nowhere(path, workload);
        }
        for (Site site : sites) {
            long count = (long) site.top().runs().count(workload) + copies;
            if (count > Integer.MAX_VALUE) {
                throw new OverflowException("number of copies of " + workload + " on " + path);
            }
            if (count >= 0) {
                return site.with(workload, (int) count);
            }
        }
        throw tooFew(path, workload, copies);
    }

    static IllegalArgumentException nowhere(LayerPath path, Layer workload) {
        String carriers = workload instanceof Binaries ? "daemon or operating system" : "hypervisor";
        return new IllegalArgumentException(
                "there is no " + carriers + " at " + path + "; name the layer that " + workload + " stands on");
    }

    static IllegalArgumentException tooFew(LayerPath path, Layer workload, int copies) {
        return new IllegalArgumentException("there are fewer than " + -(long) copies + " copies of " + workload + " on "
                + path + "; remove no more than there are, by a value equal to what is there");
    }

    private Layer top() {
        return way.get(way.size() - 1);
    }

    private Hardware with(Layer workload, int count) {
        ImmutableMultiset.Builder<Layer> runs = ImmutableMultiset.builder();
        top().runs().forEachEntry((layer, copies) -> runs.addCopies(layer, layer.equals(workload) ? count : copies));
        return withRuns(
                top().runs().contains(workload)
                        ? runs.build()
                        : runs.addCopies(workload, count).build());
    }

    /** The machine with other layers on the last one of the way. */
    Hardware withRuns(Multiset<Layer> runs) {
        Layer now = Reassembly.withRuns(top(), runs);
        for (int below = way.size() - 2; below >= 0; below--) {
            now = Reassembly.withRuns(way.get(below), replaceOne(way.get(below).runs(), way.get(below + 1), now));
        }
        return (Hardware) now;
    }

    private static ImmutableMultiset<Layer> replaceOne(Multiset<? extends Layer> layers, Layer one, Layer by) {
        ImmutableMultiset.Builder<Layer> replaced = ImmutableMultiset.builder();
        replaced.add(by);
        layers.forEachEntry((layer, count) -> replaced.addCopies(layer, layer.equals(one) ? count - 1 : count));
        return replaced.build();
    }
}
