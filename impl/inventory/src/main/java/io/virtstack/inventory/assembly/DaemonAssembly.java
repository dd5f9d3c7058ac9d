package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Combines what files say of one container daemon: its facts, the images in its store, and the containers on them. */
final class DaemonAssembly {
    private static final String UNNAMED = "docker";

    private final Parts parts;

    DaemonAssembly(Parts parts) {
        this.parts = parts;
    }

    /** {@return the daemon, empty if no file states anything that stands on one} */
    Optional<DockerDaemon> daemon() {
        ImmutableList<DaemonFacts> facts = parts.all(DaemonFacts.class);
        ImmutableList<Binaries> images = images();
        if (facts.isEmpty() && images.isEmpty()) {
            return Optional.empty();
        }
        DockerDaemon base = facts.isEmpty()
                ? DockerDaemon.builder(UNNAMED).build()
                : facts.get(0).daemon();
        ImmutableMultiset.Builder<Binaries> runs = ImmutableMultiset.builder();
        facts.forEach(stated -> runs.addAll(stated.daemon().runs()));
        return Optional.of(base.withRuns(runs.addAll(images).build()));
    }

    private ImmutableList<Binaries> images() {
        Map<String, Binaries> byName = new LinkedHashMap<>();
        Map<Binaries, ImmutableMultiset.Builder<Application>> containers = new LinkedHashMap<>();
        for (StoredImage stored : parts.all(StoredImage.class)) {
            stored.names().forEach(name -> byName.putIfAbsent(name, stored.binaries()));
            containers.putIfAbsent(stored.binaries(), ImmutableMultiset.builder());
        }
        for (PlacedContainer placed : parts.all(PlacedContainer.class)) {
            Binaries image = placed.names().stream()
                    .filter(byName::containsKey)
                    .findFirst()
                    .map(byName::get)
                    .orElse(placed.image());
            containers
                    .computeIfAbsent(image, none -> ImmutableMultiset.builder())
                    .addCopies(placed.application(), placed.copies());
        }
        return containers.entrySet().stream()
                .map(entry -> entry.getKey().withRuns(entry.getValue().build()))
                .collect(ImmutableList.toImmutableList());
    }
}
