package io.virtstack.diagram.block;

import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A layer in a daemon's store, with the layers stored over it and the images that end with it. */
final class StoredLayer {
    /** What makes layers that are stated as one size the same content. */
    private record Stated(LayerKind kind, String name, Optional<String> version, Optional<DataSize> size) {}

    private final LayerKind kind;
    private final Map<Object, StoredLayer> over = new LinkedHashMap<>();
    private final List<Binaries> images = new ArrayList<>();
    private final List<Application> applications = new ArrayList<>();
    private Optional<DataSize> size = Optional.empty();
    private boolean isWhole;
    private int users;

    private StoredLayer(LayerKind kind) {
        this.kind = kind;
    }

    /** {@return what all chains of a store begin on} */
    static StoredLayer ground() {
        return new StoredLayer(LayerKind.DOCKER_DAEMON);
    }

    /** Adds an image, whose chain begins on this layer, and {@return the layer that it ends with} */
    StoredLayer add(Binaries image) {
        users++;
        StoredLayer top = this;
        if (image.image().isPresent()) {
            for (ImageLayer layer : image.image().get().layers()) {
                top = top.over(layer.diffId(), image.kind(), layer.storedSize(), layer.diskSize());
                top.users++;
            }
        } else {
            Stated key = new Stated(image.kind(), image.name(), image.version(), image.disk());
            top = top.over(key, image.kind(), image.disk(), image.disk());
            top.users++;
        }
        top.images.add(image);
        return top;
    }

    /** Adds what an application puts on the image that ends with this layer, which is nothing or a layer of its own. */
    void add(Application application) {
        if (application.disk().filter(DataSize.ZERO::equals).isPresent()) {
            isWhole = true;
            return;
        }
        Stated key = new Stated(application.kind(), application.name(), application.version(), application.disk());
        StoredLayer top = over(key, application.kind(), application.disk(), application.disk());
        top.applications.add(application);
        top.isWhole = true;
    }

    /** Takes the image that ends with this layer as one that is there for itself. */
    void addUnused() {
        isWhole = true;
    }

    /** A size that the store reported is better than a derived one, and any is better than none. */
    private StoredLayer over(Object key, LayerKind kind, Optional<DataSize> reported, Optional<DataSize> any) {
        StoredLayer layer = over.computeIfAbsent(key, none -> new StoredLayer(kind));
        layer.size = reported.or(() -> layer.size).or(() -> any);
        return layer;
    }

    /** {@return what kind of layer put it there} */
    LayerKind kind() {
        return kind;
    }

    Iterable<StoredLayer> layersOver() {
        return over.values();
    }

    List<Binaries> images() {
        return images;
    }

    /** {@return the applications whose own layer it is} */
    List<Application> applications() {
        return applications;
    }

    /** {@return whether something runs on exactly what ends here, or nothing does and it is stored all the same} */
    boolean isWhole() {
        return isWhole;
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
        return users;
    }
}
