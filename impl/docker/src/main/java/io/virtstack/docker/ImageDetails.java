package io.virtstack.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.virtstack.image.Digest;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.docker.DockerJson;
import io.virtstack.inventory.docker.EngineImage;
import io.virtstack.inventory.docker.ImageHistory;
import io.virtstack.inventory.source.Source;
import io.virtstack.machine.ImageStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The layers of an engine's images, and what each of them takes. */
final class ImageDetails {
    private final Api api;
    private final ReadLimits limits;
    private final ImageStore store;
    private final List<String> notes;

    /**
     * @param store how the engine keeps images
     * @param notes what is assumed is added here
     */
    ImageDetails(Api api, ReadLimits limits, ImageStore store, List<String> notes) {
        this.api = api;
        this.limits = limits;
        this.store = store;
        this.notes = notes;
        if (store == ImageStore.CONTAINERD) {
            notes.add(
                    "a containerd image store: its total counts compressed blobs as well as unpacked snapshots, of all"
                            + " platforms of an image and of what no image uses; what the layers take is unknown");
        }
    }

    /** {@return these images} */
    ImmutableList<EngineImage> of(Iterable<String> ids) {
        ImmutableList.Builder<EngineImage> images = ImmutableList.builder();
        ids.forEach(id -> images.add(image(id)));
        return images.build();
    }

    /** {@return those of these images that are there} */
    ImmutableList<EngineImage> ofUnlisted(Iterable<String> ids) {
        ImmutableList.Builder<EngineImage> images = ImmutableList.builder();
        for (String id : ids) {
            try {
                images.add(image(id));
            } catch (Connection.Missing e) {
                notes.add("the image " + id + " is removed but has containers: what its layers take is unknown,"
                        + " and the engine leaves them out of its total");
            }
        }
        return images.build();
    }

    private EngineImage image(String id) {
        EngineImage image = Iterables.getFirst(DockerJson.state(api.image(id)).images(), null);
        if (image == null || !image.id().equals(id)) {
            throw api.malformed("something else than the image " + id + " in the answer", null);
        }
        if (store == ImageStore.CONTAINERD || image.diffIds().isEmpty()) {
            return image;
        }
        return layerSizes(image).map(image::withLayerSizes).orElse(image);
    }

    private Optional<ImmutableList<Long>> layerSizes(EngineImage image) {
        int layers = image.diffIds().orElse(ImmutableList.of()).size();
        ImageHistory history = ImageHistory.of(api.history(image.id()));
        Optional<ImmutableList<Long>> sizes = history.layerSizes(layers)
                .or(() -> layers < 2 ? Optional.empty() : history.layerSizes(configuration(image), layers))
                .filter(found -> add(found).equals(image.size()));
        if (sizes.isEmpty() && layers > 1) {
            notes.add("the image " + image.id() + " has " + layers
                    + " layers that its history does not tell apart: only what they take together is known");
        }
        return sizes;
    }

    private static Optional<Long> add(ImmutableList<Long> sizes) {
        long sum = 0;
        for (long size : sizes) {
            sum = Math.addExact(sum, size);
        }
        return Optional.of(sum);
    }

    private Source configuration(EngineImage image) {
        ImageReader reader = ImageReader.create().withLimits(limits);
        return api.archive(
                image.id(), archive -> reader.readConfiguration(archive, Digest.of(image.id()), Path.of("image.tar")));
    }
}
