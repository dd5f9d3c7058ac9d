package io.virtstack.diagram.block;

import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layer in a daemon's store, with the layers stored over it and the images that end with it. */
final class StoredLayer {
    private final Map<Object, StoredLayer> over = new LinkedHashMap<>();
    private final List<Binaries> images = new ArrayList<>();
    private Optional<DataSize> size = Optional.empty();

    /** Adds an image, whose chain begins on this layer. */
    void add(Binaries image) {
        StoredLayer top = this;
        if (image.image().isPresent()) {
            for (ImageLayer layer : image.image().get().layers()) {
                top = top.over(layer.diffId(), layer.storedSize(), layer.diskSize());
            }
        } else {
            top = top.over(image, image.disk(), image.disk());
        }
        top.images.add(image);
    }

    /** A size that the store reported is better than a derived one, and any is better than none. */
    private StoredLayer over(Object key, Optional<DataSize> reported, Optional<DataSize> any) {
        StoredLayer layer = over.computeIfAbsent(key, none -> new StoredLayer());
        layer.size = reported.or(() -> layer.size).or(() -> any);
        return layer;
    }

    Iterable<StoredLayer> layersOver() {
        return over.values();
    }

    List<Binaries> images() {
        return images;
    }

    Optional<DataSize> size() {
        return size;
    }

    /** {@return the layer that alone stands on this one, if no image ends here} */
    Optional<StoredLayer> onlyNext() {
        return images.isEmpty() && over.size() == 1
                ? Optional.of(over.values().iterator().next())
                : Optional.empty();
    }

    /** {@return how many images have this layer} */
    int users() {
        return images.size()
                + over.values().stream().mapToInt(StoredLayer::users).sum();
    }
}
