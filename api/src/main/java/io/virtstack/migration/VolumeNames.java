package io.virtstack.migration;

import io.virtstack.layer.Application;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for volumes that come together on one daemon: none is given twice, and none that a volume has already. */
final class VolumeNames {
    /** How many stores may be told apart; the result grows with them. */
    static final int MOST = 10_000;

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> given = new HashMap<>();
    private long reserved;

    VolumeNames(Hardware machine, DockerDaemon daemon) {
        takeFrom(machine);
        takeFrom(daemon);
    }

    /** Depth is bounded by {@link Layer#MAX_HEIGHT}, so recursion is safe. */
    private void takeFrom(Layer layer) {
        if (layer instanceof Application application) {
            application.volumes().forEach(volume -> taken.add(volume.name()));
        }
        layer.runs().elementSet().forEach(this::takeFrom);
    }

    /** Whether so many more stores may be told apart. */
    boolean reserve(long stores) {
        boolean few = stores <= MOST - reserved;
        if (few) {
            reserved += stores;
        }
        return few;
    }

    /** The volume's name and its machine's, and from the second of both on a number. */
    String give(String volume, String machine) {
        String name = volume + "@" + machine;
        String numbered;
        do {
            int number = given.merge(name, 1, Integer::sum);
            numbered = number == 1 ? name : name + "#" + number;
        } while (!taken.add(numbered));
        return numbered;
    }
}
