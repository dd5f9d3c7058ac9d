package io.virtstack.engine.columns;

import com.google.common.collect.Comparators;
import io.virtstack.image.Digest;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.Comparator;
import java.util.Optional;

/**
 * What makes two layers of images the same content.
 *
 * <p>Contents come first, in the order of their digests; then synthetic layers in the order of name, version, kind and size, where
 * an absent version or an unknown size comes before all others.
 */
public sealed interface LayerKey extends Comparable<LayerKey> {
    /** A layer that an image states. */
    record Content(Digest diffId) implements LayerKey {
        @Override
        public int compareTo(LayerKey other) {
            return other instanceof Content content ? diffId.compareTo(content.diffId) : -1;
        }

        @Override
        public String toString() {
            return diffId.toString();
        }
    }

    /** A layer that is stated as one size: binaries without an image, or an application on top of them. */
    record Synthetic(LayerKind kind, String name, Optional<String> version, Optional<DataSize> size)
            implements LayerKey {
        private static final Comparator<Synthetic> BY_NAME = Comparator.comparing(Synthetic::name)
                .thenComparing(Synthetic::version, Comparators.emptiesFirst(Comparator.<String>naturalOrder()))
                .thenComparing(Synthetic::kind)
                .thenComparing(Synthetic::size, Comparators.emptiesFirst(Comparator.<DataSize>naturalOrder()));

        @Override
        public int compareTo(LayerKey other) {
            return other instanceof Synthetic synthetic ? BY_NAME.compare(this, synthetic) : 1;
        }

        @Override
        public String toString() {
            return "of " + name + version.map(known -> " " + known).orElse("");
        }
    }
}
