package io.virtstack.docker;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import io.virtstack.image.ChainId;
import io.virtstack.image.Image;
import io.virtstack.inventory.assembly.StoredImage;
import io.virtstack.inventory.docker.EngineContainer;
import io.virtstack.inventory.docker.EngineContents;
import io.virtstack.inventory.docker.EngineImage;
import io.virtstack.inventory.docker.EngineState;
import io.virtstack.inventory.source.Source;
import io.virtstack.machine.ImageStore;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What each image and container takes, by id.
 *
 * <p>The engine of VirtStack knows images by their content: two with the same layers are one to it. A Docker Engine lists both,
 * each sharing all it has with the other; that is what these figures follow.
 */
final class EngineFigures {
    private final EngineState state;
    private final ImmutableList<EngineImage> listed;
    private final Map<String, Image> contents = new HashMap<>();
    private final Multiset<ChainId> users = HashMultiset.create();

    /**
     * @param state images, the listed ones first, and containers
     * @param listed how many of the images are listed
     * @param source what they are attributed to
     */
    EngineFigures(EngineState state, int listed, Source source) {
        this.state = state;
        this.listed = state.images().subList(0, listed);
        ImmutableList<StoredImage> stored = new EngineContents(state).images(source);
        for (int i = 0; i < stored.size(); i++) {
            String id = state.images().get(i).id();
            stored.get(i).binaries().image().ifPresent(image -> contents.put(id, image));
        }
        for (EngineImage image : this.listed) {
            content(image).ifPresent(content -> users.addAll(content.chainIds()));
        }
    }

    ImmutableList<DockerImage> images() {
        Multiset<String> containers = HashMultiset.create();
        state.containers().forEach(container -> container.imageId().ifPresent(containers::add));
        return listed.stream()
                .map(image -> new DockerImage(
                        image.id(),
                        image.tags(),
                        image.diffIds().map(ImmutableList::size).orElse(0),
                        containers.count(image.id()),
                        size(image),
                        shared(image)))
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<DockerContainer> containers() {
        Map<String, EngineImage> byId = new HashMap<>();
        state.images().forEach(image -> byId.put(image.id(), image));
        return state.containers().stream()
                .map(container ->
                        container(container, container.imageId().flatMap(id -> Optional.ofNullable(byId.get(id)))))
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return what the layers of the listed images take, each once per chain} */
    Optional<DataSize> layersSize() {
        Set<ChainId> seen = new HashSet<>();
        Optional<DataSize> sum = Optional.of(DataSize.ZERO);
        for (EngineImage image : listed) {
            Optional<DataSize> added = content(image).flatMap(content -> sum(content, seen::add));
            sum = sum.flatMap(known -> added.map(known::plus));
        }
        return sum;
    }

    private DockerContainer container(EngineContainer container, Optional<EngineImage> image) {
        Optional<DataSize> rootFs =
                image.flatMap(this::size).flatMap(size -> container.writable().map(size::plus));
        return new DockerContainer(
                container.id(),
                container.name(),
                container.imageId(),
                container.running(),
                container.writable(),
                rootFs.or(container::rootFs),
                container.memory());
    }

    private Optional<Image> content(EngineImage image) {
        return Optional.ofNullable(contents.get(image.id()));
    }

    private Optional<DataSize> size(EngineImage image) {
        return content(image).flatMap(content -> sum(content, chain -> true)).or(() -> stated(image.size()));
    }

    private Optional<DataSize> shared(EngineImage image) {
        return content(image)
                .flatMap(content -> sum(content, chain -> users.count(chain) > 1))
                .or(() -> stated(image.sharedSize()));
    }

    /** {@return what the engine itself states, unless its store counts other things into it} */
    private Optional<DataSize> stated(Optional<Long> bytes) {
        return state.store().equals(Optional.of(ImageStore.CONTAINERD))
                ? Optional.empty()
                : bytes.map(DataSize::ofBytes);
    }

    /** {@return what those of an image's layers take that are to be counted; empty if that of one of them is unknown} */
    private static Optional<DataSize> sum(Image image, Predicate<ChainId> counted) {
        Optional<DataSize> sum = Optional.of(DataSize.ZERO);
        for (int i = 0; i < image.layers().size(); i++) {
            if (counted.test(image.chainIds().get(i))) {
                Optional<DataSize> size = image.layers().get(i).diskSize();
                sum = sum.flatMap(known -> size.map(known::plus));
            }
        }
        return sum;
    }
}
