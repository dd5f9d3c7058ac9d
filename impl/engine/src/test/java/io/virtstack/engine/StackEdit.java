package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import java.util.function.UnaryOperator;

/** Rebuilds stacks layer by layer, from the top down to the machine. */
final class StackEdit {
    private final UnaryOperator<Layer> change;
    private final boolean reverseSiblings;

    private StackEdit(UnaryOperator<Layer> change, boolean reverseSiblings) {
        this.change = change;
        this.reverseSiblings = reverseSiblings;
    }

    /** The stack with every layer changed; what a layer runs has been changed before the layer itself. */
    static Hardware map(Hardware machine, UnaryOperator<Layer> change) {
        return (Hardware) new StackEdit(change, false).rebuild(machine);
    }

    /** An equal stack whose siblings are iterated in another order. */
    static Hardware reverseSiblings(Hardware machine) {
        return (Hardware) new StackEdit(layer -> layer, true).rebuild(machine);
    }

    private Layer rebuild(Layer layer) {
        if (layer instanceof Application) {
            return change.apply(layer);
        }
        ImmutableList<Layer> children = ImmutableList.copyOf(layer.runs().elementSet());
        ImmutableMultiset.Builder<Layer> runs = ImmutableMultiset.builder();
        for (Layer child : reverseSiblings ? children.reverse() : children) {
            runs.addCopies(rebuild(child), layer.runs().count(child));
        }
        return change.apply(withRuns(layer, runs.build()));
    }

    static Layer withRuns(Layer layer, Multiset<Layer> runs) {
        return switch (layer.kind()) {
            case HARDWARE -> ((Hardware) layer).withRuns(as(RunsOnHardware.class, runs));
            case HOST_OS -> ((HostOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case GUEST_OS -> ((GuestOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case DOCKER_DAEMON -> ((DockerDaemon) layer).withRuns(as(Binaries.class, runs));
            case HYPERVISOR ->
                layer instanceof BareMetalHypervisor bareMetal
                        ? bareMetal.withRuns(as(GuestOS.class, runs))
                        : ((HostedHypervisor) layer).withRuns(as(GuestOS.class, runs));
            case BINARIES -> ((Binaries) layer).withRuns(as(Application.class, runs));
            case APPLICATION -> layer;
        };
    }

    /** The layers of a stack, each place once. */
    static ImmutableList<Layer> layers(Layer layer) {
        ImmutableList.Builder<Layer> all = ImmutableList.<Layer>builder().add(layer);
        layer.runs().elementSet().forEach(child -> all.addAll(layers(child)));
        return all.build();
    }

    private static <L extends Layer> ImmutableMultiset<L> as(Class<L> type, Multiset<Layer> layers) {
        ImmutableMultiset.Builder<L> cast = ImmutableMultiset.builder();
        layers.forEachEntry((layer, count) -> cast.addCopies(type.cast(layer), count));
        return cast.build();
    }
}
