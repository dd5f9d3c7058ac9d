package io.virtstack.engine.migration;

import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.machine.Volume;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The volumes of a stack as S7 stores them, counted naively: once per name and store, or once per copy of an application. */
final class Volumes {
    /** A volume as a store knows it. */
    private record Stored(String name, String size) {
        static Stored of(Volume volume) {
            return new Stored(volume.name(), volume.size().toString());
        }
    }

    private final Map<String, Set<Stored>> namedStores = new HashMap<>();
    private final Map<String, Long> counts = new HashMap<>();

    private Volumes() {}

    /** {@return how many there are, by their name up to the first {@code @}, and size} */
    static Map<String, Long> of(Hardware machine) {
        Volumes volumes = new Volumes();
        volumes.machine(machine);
        return volumes.counts;
    }

    private void machine(Layer machine) {
        within(machine);
        namedStores.values().forEach(store -> store.forEach(volume -> count(volume, 1)));
    }

    private void within(Layer layer) {
        Set<Stored> store = new HashSet<>();
        layer.runs().forEachEntry((child, copies) -> {
            if (child instanceof GuestOS guest) {
                Volumes inside = new Volumes();
                inside.machine(guest);
                add(inside, copies);
            } else if (child instanceof Binaries binaries) {
                applications(binaries, copies, store);
            } else {
                Volumes inside = new Volumes();
                inside.within(child);
                add(inside, copies);
                inside.namedStores.forEach((name, volumes) -> namedStores
                        .computeIfAbsent(name, any -> new HashSet<>())
                        .addAll(volumes));
            }
        });
        if (layer instanceof DockerDaemon daemon && daemon.store().isPresent()) {
            namedStores
                    .computeIfAbsent(daemon.store().get(), any -> new HashSet<>())
                    .addAll(store);
        } else if (layer instanceof DockerDaemon || layer instanceof OperatingSystem) {
            store.forEach(volume -> count(volume, 1));
        }
    }

    private void applications(Binaries binaries, long copies, Set<Stored> store) {
        binaries.runs().forEachEntry((application, count) -> {
            Set<String> own = new HashSet<>();
            for (Volume volume : application.volumes()) {
                if (volume.shared()) {
                    store.add(Stored.of(volume));
                } else if (own.add(volume.name())) {
                    count(Stored.of(volume), copies * count);
                }
            }
        });
    }

    private void add(Volumes inside, long copies) {
        inside.counts.forEach((volume, count) -> counts.merge(volume, copies * count, Long::sum));
    }

    private void count(Stored volume, long copies) {
        counts.merge(volume.name().replaceFirst("@.*", "") + " of " + volume.size(), copies, Long::sum);
    }
}
