package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Iterables;
import com.google.common.collect.Multimaps;
import io.virtstack.image.Image;
import io.virtstack.inventory.container.ImageReference;
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

    /** {@return the images, with the containers on them} */
    ImmutableList<Binaries> images() {
        DaemonContents.Contents listed = listed();
        Map<String, Binaries> byName = new LinkedHashMap<>();
        Map<Binaries, ImmutableMultiset.Builder<Application>> containers = new LinkedHashMap<>();
        for (StoredImage stored : Iterables.concat(parts.all(StoredImage.class), listed.images())) {
            Binaries image = known(stored, byName).orElse(stored.binaries());
            stored.names()
                    .forEach(name -> byName.putIfAbsent(ImageReference.of(name).name(), image));
            containers.putIfAbsent(image, ImmutableMultiset.builder());
        }
        for (PlacedContainer placed : Iterables.concat(parts.all(PlacedContainer.class), listed.containers())) {
            Binaries image = placed.names().stream()
                    .map(name -> ImageReference.of(name).name())
                    .filter(byName::containsKey)
                    .findFirst()
                    .map(byName::get)
                    .orElse(placed.image());
            placed.names().stream()
                    .findFirst()
                    .ifPresent(
                            name -> byName.putIfAbsent(ImageReference.of(name).name(), image));
            containers
                    .computeIfAbsent(image, none -> ImmutableMultiset.builder())
                    .addCopies(placed.application(), placed.copies());
        }
        return containers.entrySet().stream()
                .map(entry -> entry.getKey().withRuns(entry.getValue().build()))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return the image of the same id that is there already, with the sizes of its layers} */
    private static Optional<Binaries> known(StoredImage stored, Map<String, Binaries> byName) {
        return stored.binaries().image().flatMap(Image::id).map(id -> byName.get(id.value()));
    }

    private DaemonContents.Contents listed() {
        ImmutableList.Builder<StoredImage> images = ImmutableList.builder();
        ImmutableList.Builder<PlacedContainer> containers = ImmutableList.builder();
        ImmutableListMultimap<Class<?>, DaemonContents> byClass =
                Multimaps.index(parts.all(DaemonContents.class), DaemonContents::getClass);
        for (Class<?> type : byClass.keySet()) {
            ImmutableList<DaemonContents> all = byClass.get(type);
            DaemonContents.Contents joined = all.get(0).join(all);
            images.addAll(joined.images());
            containers.addAll(joined.containers());
        }
        return new DaemonContents.Contents(images.build(), containers.build());
    }
}
