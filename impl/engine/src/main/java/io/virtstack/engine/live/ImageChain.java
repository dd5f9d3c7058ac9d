package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.columns.LayerKey;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layers of what a container stands on, lowest first, in an order where all that begin alike are neighbours. Immutable and
 * safe for use by several threads.
 */
final class ImageChain implements Comparable<ImageChain> {
    private static final ImmutableList<ImageLayer> NO_LAYERS = ImmutableList.of();

    private final ImmutableList<ImageLayer> layers;
    /** What lies above the layers of an image: binaries that are stated as a size, and the application. */
    private final ImmutableList<ChainLayer> stated;

    private ImageChain(ImmutableList<ImageLayer> layers, ImmutableList<ChainLayer> stated) {
        this.layers = layers;
        this.stated = stated;
    }

    /** The image of a container, or an unused one. */
    static ImageChain of(Binaries binaries, @Nullable Application application) {
        ImmutableList<ImageLayer> layers =
                binaries.image().isPresent() ? binaries.image().get().layers() : NO_LAYERS;
        ImmutableList<ChainLayer> own = binaries.image().isPresent() ? ImmutableList.of() : ChainLayer.of(binaries);
        Optional<ChainLayer> top =
                application == null || isNothing(application.disk()) ? Optional.empty() : ChainLayer.of(application);
        return new ImageChain(
                layers,
                top.isEmpty()
                        ? own
                        : ImmutableList.<ChainLayer>builder()
                                .addAll(own)
                                .add(top.get())
                                .build());
    }

    private static boolean isNothing(Optional<DataSize> disk) {
        return disk.isPresent() && disk.get().bytes() == 0;
    }

    int length() {
        return layers.size() + stated.size();
    }

    /** With how many layers both begin. */
    int commonWith(ImageChain other) {
        int both = Math.min(length(), other.length());
        int common = 0;
        while (common < both && compareLayer(common, other) == 0) {
            common++;
        }
        return common;
    }

    @Override
    public int compareTo(ImageChain other) {
        int common = commonWith(other);
        return common == length() || common == other.length()
                ? Integer.compare(length(), other.length())
                : compareLayer(common, other);
    }

    private int compareLayer(int at, ImageChain other) {
        boolean ofImage = at < layers.size();
        if (ofImage && at < other.layers.size()) {
            ImageLayer own = layers.get(at);
            ImageLayer others = other.layers.get(at);
            return own == others ? 0 : own.diffId().compareTo(others.diffId());
        }
        if (ofImage || at < other.layers.size()) {
            return ofImage ? -1 : 1;
        }
        return key(at).compareTo(other.key(at));
    }

    private LayerKey key(int at) {
        return stated.get(at - layers.size()).key();
    }

    /** Whether both say the same of the sizes of their first layers, which are the same. */
    boolean agreesWith(ImageChain other, int common) {
        for (int at = 0; at < Math.min(common, layers.size()); at++) {
            ImageLayer own = layers.get(at);
            ImageLayer others = other.layers.get(at);
            if (own != others && !agree(own, others)) {
                return false;
            }
        }
        return true;
    }

    private static boolean agree(ImageLayer own, ImageLayer others) {
        return own.diskSize().equals(others.diskSize())
                && own.storedSize().isPresent() == others.storedSize().isPresent();
    }

    /** Adds what its layers take so often, but for those that it begins with. */
    void addTo(Change change, int skipped, int imageCell, int applicationCell, long times) {
        for (int at = skipped; at < layers.size(); at++) {
            change.add(imageCell, layers.get(at).diskSize(), times);
        }
        for (int at = Math.max(0, skipped - layers.size()); at < stated.size(); at++) {
            ChainLayer layer = stated.get(at);
            boolean ofApplication = ((LayerKey.Synthetic) layer.key()).kind() == LayerKind.APPLICATION;
            change.add(ofApplication ? applicationCell : imageCell, layer.disk(), times);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageChain chain && compareTo(chain) == 0;
    }

    @Override
    public int hashCode() {
        return Objects.hash(length());
    }
}
