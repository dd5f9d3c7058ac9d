package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
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
import io.virtstack.layer.RunsOnOperatingSystem;
import java.util.function.Function;

/** The same stack, with the siblings everywhere added in the opposite order. */
public final class Reversed {
    private Reversed() {}

    public static Hardware siblings(Hardware machine) {
        return machine.withRuns(all(
                machine.runs(),
                layer -> layer instanceof HostOS host ? siblings(host) : siblings((BareMetalHypervisor) layer)));
    }

    public static HostOS siblings(HostOS host) {
        return host.withRuns(all(host.runs(), Reversed::siblings));
    }

    public static BareMetalHypervisor siblings(BareMetalHypervisor hypervisor) {
        return hypervisor.withRuns(all(hypervisor.runs(), Reversed::siblings));
    }

    private static GuestOS siblings(GuestOS guest) {
        return guest.withRuns(all(guest.runs(), Reversed::siblings));
    }

    private static RunsOnOperatingSystem siblings(RunsOnOperatingSystem layer) {
        if (layer instanceof HostedHypervisor hypervisor) {
            return hypervisor.withRuns(all(hypervisor.runs(), Reversed::siblings));
        }
        return layer instanceof DockerDaemon daemon
                ? daemon.withRuns(all(daemon.runs(), Reversed::siblings))
                : siblings((Binaries) layer);
    }

    private static Binaries siblings(Binaries binaries) {
        return binaries.withRuns(all(binaries.runs(), Function.identity()));
    }

    private static <L extends Layer> ImmutableMultiset<L> all(Multiset<L> layers, Function<L, L> each) {
        ImmutableMultiset.Builder<L> reversed = ImmutableMultiset.builder();
        for (Multiset.Entry<L> entry : ImmutableList.copyOf(layers.entrySet()).reverse()) {
            reversed.addCopies(each.apply(entry.getElement()), entry.getCount());
        }
        return reversed.build();
    }
}
