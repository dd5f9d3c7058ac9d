package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.assembly.PlacedContainer;
import io.virtstack.inventory.assembly.StoredImage;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What an engine has, as layers: its images, and its containers on them.
 *
 * <p>An image whose layers are not stated is counted as what it alone takes and, if it shares something, an unknown rest;
 * where that is not stated either, only an image that is alone has a known size. With a containerd store an image's size says nothing of its unpacked layers, so they are unknown.
 */
public final class EngineContents {
    private final EngineState state;
    private final boolean sizesCount;
    private final ImageLayers layers;
    private final Map<String, String> tagged = new HashMap<>();

    /**
     * Takes what is known.
     *
     * @param state all that is known of one engine
     */
    public EngineContents(EngineState state) {
        this.state = state;
        this.sizesCount = state.store().filter(ImageStore.CONTAINERD::equals).isEmpty();
        ImmutableList<EngineImage> known = state.images().stream()
                .filter(image -> image.diffIds().isPresent())
                .map(this::counted)
                .collect(ImmutableList.toImmutableList());
        this.layers = new ImageLayers(
                known, state.complete() && known.size() == state.images().size());
        state.images().stream()
                .filter(image -> !image.id().isEmpty())
                .forEach(image -> image.tags().forEach(tag -> tagged.put(tag, EngineImage.shortId(image.id()))));
    }

    /**
     * {@return its images}
     *
     * @param source the file they are attributed to
     */
    public ImmutableList<StoredImage> images(Source source) {
        return state.images().stream()
                .map(image -> new StoredImage(source, binaries(counted(image)), names(image)))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * {@return its containers, each with an image of unknown size for where none of the images is theirs}
     *
     * @param source the file they are attributed to
     */
    public ImmutableList<PlacedContainer> containers(Source source) {
        return state.containers().stream()
                .map(container -> new PlacedContainer(
                        source, namesHere(container), unlisted(container), application(container), 1))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * {@return a container as an application, which takes no disk beyond its image and what it has written}
     *
     * @param container one of the engine's
     */
    public Application application(EngineContainer container) {
        Application.Builder application = Application.builder(container.name())
                .disk(DataSize.ZERO)
                .memory(container.memory())
                .writable(container.writable())
                .running(container.running())
                .volumesAll(container.volumes().stream()
                        .map(name -> new Volume(name, size(name), true))
                        .collect(ImmutableList.toImmutableList()));
        container.memoryLimit().ifPresent(application::memoryLimit);
        container.cpuLimit().ifPresent(application::cpuLimit);
        return application.build();
    }

    /**
     * {@return what an image may be called}
     *
     * @param image one of the engine's
     */
    public static ImmutableSet<String> names(EngineImage image) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        if (!image.id().isEmpty()) {
            names.add(image.id(), EngineImage.shortId(image.id()));
        }
        return names.addAll(image.tags()).addAll(image.digests()).build();
    }

    /**
     * {@return what the image of a container may be called, the most certain name first}
     *
     * @param container one of the engine's
     */
    public static ImmutableSet<String> names(EngineContainer container) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        container.imageId().ifPresent(id -> names.add(id, EngineImage.shortId(id)));
        container.imageName().ifPresent(names::add);
        return names.build();
    }

    /** A name that has moved on to another image since the container was made is none of its image. */
    private ImmutableSet<String> namesHere(EngineContainer container) {
        Optional<String> id = container.imageId().map(EngineImage::shortId);
        Optional<String> moved = container
                .imageName()
                .filter(name ->
                        id.isPresent() && !tagged.getOrDefault(name, id.get()).equals(id.get()));
        return names(container).stream()
                .filter(name -> moved.filter(name::equals).isEmpty())
                .collect(ImmutableSet.toImmutableSet());
    }

    private EngineImage counted(EngineImage image) {
        return sizesCount
                ? image
                : new EngineImage(
                        image.id(),
                        image.tags(),
                        image.digests(),
                        image.platform(),
                        image.diffIds(),
                        image.layerSizes(),
                        Optional.empty(),
                        Optional.empty());
    }

    private Optional<DataSize> size(String volume) {
        return state.volumes().getOrDefault(volume, Optional.empty());
    }

    private Binaries binaries(EngineImage image) {
        Binaries.Builder binaries = Binaries.builder(image.name());
        if (image.diffIds().isPresent()) {
            return binaries.image(image(image, layers.of(image))).build();
        }
        if (image.size().isPresent() && image.sharedSize().isPresent()) {
            return binaries.image(image(
                            image,
                            unshared(
                                    image,
                                    image.size().get(),
                                    image.sharedSize().get())))
                    .build();
        }
        if (image.size().isPresent() && state.images().size() == 1) {
            return binaries.disk(DataSize.ofBytes(image.size().get())).build();
        }
        if (!image.id().isEmpty()) {
            binaries.version(EngineImage.shortId(image.id()));
        }
        return binaries.build();
    }

    /** {@return one layer for what the image alone takes, above one of unknown size for what others use as well} */
    private static ImmutableList<ImageLayer> unshared(EngineImage image, long size, long shared) {
        ImmutableList.Builder<ImageLayer> layers = ImmutableList.builder();
        if (shared > 0) {
            layers.add(ImageLayer.builder(Digest.sha256("what " + image.id() + " shares"))
                    .build());
        }
        return layers.add(ImageLayer.builder(Digest.sha256("what " + image.id() + " has alone"))
                        .storedSize(DataSize.ofBytes(Math.max(0, size - shared)))
                        .build())
                .build();
    }

    private static Image image(EngineImage image, ImmutableList<ImageLayer> layers) {
        Image.Builder built = Image.builder().layersAll(layers).tagsAll(image.tags());
        digest(image.id()).ifPresent(built::id);
        image.platform().ifPresent(built::platform);
        return built.build();
    }

    private static Optional<Digest> digest(String id) {
        try {
            return Optional.of(Digest.of(id));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Binaries unlisted(EngineContainer container) {
        Binaries.Builder binaries = Binaries.builder(container
                .imageName()
                .or(() -> container.imageId().map(EngineImage::shortId))
                .orElse("unnamed"));
        container.imageId().map(EngineImage::shortId).ifPresent(binaries::version);
        return binaries.build();
    }
}
