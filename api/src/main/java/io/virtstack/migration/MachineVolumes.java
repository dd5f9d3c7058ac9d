package io.virtstack.migration;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.Exact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The volumes of one machine, as its applications keep them when machines come together on one daemon: volumes of one name in
 * different machines hold different data, and must not become one.
 */
final class MachineVolumes {
    /** A named volume in one of the machine's stores: that of the operating system, or of a daemon. */
    private record Place(Object store, String name) {}

    private final GuestOS guest;
    private final Map<Place, Long> users = new HashMap<>();

    MachineVolumes(GuestOS guest) {
        this.guest = guest;
        guest.runs().forEachEntry((layer, count) -> {
            if (layer instanceof Binaries binaries) {
                addUsers(guest, binaries, count);
            } else if (layer instanceof DockerDaemon daemon) {
                long daemonsOfStore = daemon.store().isPresent() ? count : 1;
                daemon.runs()
                        .forEachEntry((image, copies) -> addUsers(
                                storeOf(daemon), image, Exact.multiply(daemonsOfStore, copies, "copies of " + image)));
            }
        });
    }

    private static Object storeOf(DockerDaemon daemon) {
        return daemon.store().<Object>map(name -> name).orElse(daemon);
    }

    private void addUsers(Object store, Binaries binaries, long copies) {
        binaries.runs().forEachEntry((application, count) -> {
            Set<String> named = new HashSet<>();
            for (Volume volume : application.volumes()) {
                if (volume.shared() && named.add(volume.name())) {
                    users.merge(
                            new Place(store, volume.name()),
                            Exact.multiply(copies, count, "copies of " + application),
                            (some, more) -> Exact.add(some, more, "users of volume " + volume.name()));
                }
            }
        });
    }

    Application onSystem(Application application) {
        return carried(guest, application);
    }

    Application onDaemon(DockerDaemon daemon, Application application) {
        return carried(storeOf(daemon), application);
    }

    /** A volume with one user in its machine is the user's own; one with several is named after the machine. */
    private Application carried(Object store, Application application) {
        return application.withVolumes(application.volumes().stream()
                .map(volume -> volume.shared() ? carried(store, volume) : volume)
                .collect(ImmutableList.toImmutableList()));
    }

    private Volume carried(Object store, Volume volume) {
        return users.getOrDefault(new Place(store, volume.name()), 0L) == 1
                ? volume.unshared()
                : new Volume(volume.name() + "@" + guest.name(), volume.size(), true);
    }
}
