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
import java.util.stream.Collectors;

/**
 * The volumes of a machine, as its applications keep them when machines come together on one daemon: volumes of one name in
 * different stores hold different data, and must not become one.
 */
final class MachineVolumes {
    /** A named volume in one of the machine's stores: that of the operating system, or of a daemon. */
    private record Place(Object store, String name) {}

    private final GuestOS guest;
    private final VolumeNames names;
    private final Map<Place, Long> users = new HashMap<>();
    private final Set<Place> stayShared = new HashSet<>();
    private final Map<Place, String> named = new HashMap<>();

    MachineVolumes(GuestOS guest, VolumeNames names) {
        this.guest = guest;
        this.names = names;
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
            Set<String> own = application.volumes().stream()
                    .filter(volume -> !volume.shared())
                    .map(Volume::name)
                    .collect(Collectors.toSet());
            Set<String> shared = application.volumes().stream()
                    .filter(Volume::shared)
                    .map(Volume::name)
                    .collect(Collectors.toSet());
            for (String name : shared) {
                Place place = new Place(store, name);
                long more = Exact.multiply(copies, count, "copies of " + application);
                long together = Exact.add(users.getOrDefault(place, 0L), more, "users of volume " + name);
                users.put(place, together);
                if (together > 1 || own.contains(name)) {
                    stayShared.add(place);
                }
            }
        });
    }

    /** Whether copies of the machine, or of one of its daemons, have volumes that only a name of their own tells apart. */
    boolean stayShared() {
        return !stayShared.isEmpty();
    }

    /** Whether copies of the daemon have such volumes. */
    boolean stayShared(DockerDaemon daemon) {
        return daemon.store().isEmpty()
                && stayShared.stream().anyMatch(place -> place.store().equals(daemon));
    }

    /** From here on it is another copy of the machine. */
    void nextMachine() {
        named.clear();
    }

    /** From here on it is another copy of the daemon. */
    void next(DockerDaemon daemon) {
        named.keySet().removeIf(place -> place.store().equals(daemon));
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
                .map(volume -> volume.shared() ? carried(new Place(store, volume.name()), volume) : volume)
                .collect(ImmutableList.toImmutableList()));
    }

    private Volume carried(Place place, Volume volume) {
        return stayShared.contains(place)
                ? new Volume(
                        named.computeIfAbsent(place, any -> names.give(volume.name(), guest.name())),
                        volume.size(),
                        true)
                : volume.unshared();
    }
}
