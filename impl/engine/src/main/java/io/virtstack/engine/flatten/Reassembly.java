package io.virtstack.engine.flatten;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
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

/** Puts stacks together again whose layers were walked without their types. */
public final class Reassembly {
    private Reassembly() {}

    /**
     * {@return a layer with other layers on it in the place of those it has}
     *
     * @param layer what binaries, guests, daemons and the like may stand on
     * @param runs what stands on it, of the type that may stand there
     */
    public static Layer withRuns(Layer layer, Multiset<Layer> runs) {
        return switch (layer.kind()) {
            case HARDWARE -> ((Hardware) layer).withRuns(as(RunsOnHardware.class, runs));
            case HOST_OS -> ((HostOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case GUEST_OS -> ((GuestOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case DOCKER_DAEMON -> ((DockerDaemon) layer).withRuns(as(Binaries.class, runs));
            case HYPERVISOR ->
                layer instanceof BareMetalHypervisor bareMetal
                        ? bareMetal.withRuns(as(GuestOS.class, runs))
                        : ((HostedHypervisor) layer).withRuns(as(GuestOS.class, runs));
            case BINARIES, APPLICATION -> throw new IllegalStateException(layer + " is built whole");
        };
    }

    private static <L extends Layer> ImmutableMultiset<L> as(Class<L> type, Multiset<Layer> layers) {
        ImmutableMultiset.Builder<L> cast = ImmutableMultiset.builder();
        layers.forEachEntry((layer, count) -> cast.addCopies(type.cast(layer), count));
        return cast.build();
    }
}
