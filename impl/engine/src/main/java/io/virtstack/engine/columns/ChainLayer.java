package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Category;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * One layer of what a container stands on.
 *
 * @param key what content it is
 * @param category whose layer it is
 * @param disk what it takes unpacked
 * @param derived whether that is derived from the files in it rather than reported by a store
 * @param blob what identifies its compressed blob
 * @param compressed what its compressed blob takes
 */
public record ChainLayer(
        LayerKey key,
        Category category,
        Optional<DataSize> disk,
        boolean derived,
        Object blob,
        Optional<DataSize> compressed) {

    /**
     * {@return the layers of binaries, lowest first}
     *
     * @param binaries binaries with or without an image
     */
    public static ImmutableList<ChainLayer> of(Binaries binaries) {
        return binaries.image()
                .map(ChainLayer::of)
                .orElseGet(() -> ImmutableList.of(
                        synthetic(binaries.kind(), binaries.name(), binaries.version(), binaries.disk())));
    }

    /**
     * {@return the layer that an application adds on top of its binaries, if it adds one}
     *
     * @param application an application
     */
    public static Optional<ChainLayer> of(Application application) {
        boolean nothing = application.disk().filter(DataSize.ZERO::equals).isPresent();
        return nothing
                ? Optional.empty()
                : Optional.of(
                        synthetic(application.kind(), application.name(), application.version(), application.disk()));
    }

    private static ImmutableList<ChainLayer> of(Image image) {
        return image.layers().stream().map(ChainLayer::of).collect(ImmutableList.toImmutableList());
    }

    private static ChainLayer of(ImageLayer layer) {
        LayerKey key = new LayerKey.Content(layer.diffId());
        Object blob = layer.blob().<Object>map(digest -> digest).orElse(key);
        return new ChainLayer(
                key, Category.BINARIES, layer.diskSize(), layer.storedSize().isEmpty(), blob, layer.compressedSize());
    }

    private static ChainLayer synthetic(
            LayerKind kind, String name, Optional<String> version, Optional<DataSize> size) {
        LayerKey key = new LayerKey.Synthetic(kind, name, version, size);
        Optional<DataSize> compressed = size.filter(DataSize.ZERO::equals);
        return new ChainLayer(key, Category.of(kind), size, false, key, compressed);
    }
}
