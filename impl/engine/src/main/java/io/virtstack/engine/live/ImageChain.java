package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
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
    /** Binaries that are stated as a size, in the place of layers. */
    private final @Nullable ChainLayer stated;
    /** What the application adds. */
    private final @Nullable ChainLayer top;

    private final int length;

    private ImageChain(ImmutableList<ImageLayer> layers, @Nullable ChainLayer stated, @Nullable ChainLayer top) {
        this.layers = layers;
        this.stated = stated;
        this.top = top;
        this.length = layers.size() + (stated == null ? 0 : 1) + (top == null ? 0 : 1);
    }

    /** The image of a container, or an unused one. */
    static ImageChain of(Binaries binaries, @Nullable Application application) {
        boolean ofImage = binaries.image().isPresent();
        return new ImageChain(
                ofImage ? binaries.image().get().layers() : NO_LAYERS,
                ofImage ? null : ChainLayer.of(binaries).get(0),
                application == null || isNothing(application.disk())
                        ? null
                        : ChainLayer.of(application).orElse(null));
    }

    private static boolean isNothing(Optional<DataSize> disk) {
        return disk.isPresent() && disk.get().bytes() == 0;
    }

    int length() {
        return length;
    }

    /** With how many layers both begin. */
    int commonWith(ImageChain other) {
        int both = Math.min(length, other.length);
        int common = 0;
        while (common < both && compareLayer(common, other) == 0) {
            common++;
        }
        return common;
    }

    @Override
    public int compareTo(ImageChain other) {
        int both = Math.min(length, other.length);
        for (int at = 0; at < both; at++) {
            int order = compareLayer(at, other);
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(length, other.length);
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
        return above(at).key().compareTo(other.above(at).key());
    }

    private ChainLayer above(int at) {
        return Objects.requireNonNull(at == layers.size() && stated != null ? stated : top);
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
        if (stated != null && skipped == 0) {
            change.add(imageCell, stated.disk(), times);
        }
        if (top != null && skipped < length) {
            change.add(applicationCell, top.disk(), times);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageChain chain && compareTo(chain) == 0;
    }

    @Override
    public int hashCode() {
        return length;
    }
}
