package io.virtstack.engine.columns;

import io.virtstack.image.Digest;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** What makes two layers of images the same content. */
public sealed interface LayerKey {
    /** A layer that an image states. */
    record Content(Digest diffId) implements LayerKey {
        @Override
        public String toString() {
            return diffId.toString();
        }
    }

    /** A layer that is stated as one size: binaries without an image, or an application on top of them. */
    record Synthetic(LayerKind kind, String name, Optional<String> version, Optional<DataSize> size)
            implements LayerKey {
        @Override
        public String toString() {
            return "of " + name + version.map(known -> " " + known).orElse("");
        }
    }
}
