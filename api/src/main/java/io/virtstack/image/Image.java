package io.virtstack.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.platform.Platform;
import io.virtstack.values.ValueStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A container image: a chain of layers, lowest first, and how it is called.
 *
 * <p>On a Docker daemon an image is stored once by its content, whatever its tags. Immutable and safe for use by several
 * threads.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class Image permits ImmutableImage {
    Image() {}

    /** {@return a builder of an image} */
    public static Builder builder() {
        return ImmutableImage.builder();
    }

    /**
     * {@return an image of these layers, without digest or tags}
     *
     * @param layers lowest first
     */
    public static Image of(ImageLayer... layers) {
        return builder().layersAll(ImmutableList.copyOf(layers)).build();
    }

    /** {@return the layers, lowest first; the same layer may occur more than once} */
    public abstract ImmutableList<ImageLayer> layers();

    /** {@return the digest of the image's configuration, which Docker calls the image id} */
    public abstract Optional<Digest> id();

    /** {@return the names it goes by, for example {@code nginx:1.27}} */
    public abstract ImmutableList<String> tags();

    /** {@return what it is made for} */
    public abstract Optional<Platform> platform();

    /** {@return the ChainIDs of the layers, lowest first; computed anew at each call} */
    public final ImmutableList<ChainId> chainIds() {
        ImmutableList.Builder<ChainId> ids = ImmutableList.builderWithExpectedSize(layers().size());
        ChainId below = null;
        for (ImageLayer layer : layers()) {
            below = below == null ? ChainId.ofBase(layer.diffId()) : below.append(layer.diffId());
            ids.add(below);
        }
        return ids.build();
    }

    /**
     * {@return this image with another id}
     *
     * @param id the digest of its configuration
     */
    public abstract Image withId(Digest id);

    /**
     * {@return this image for another platform}
     *
     * @param platform family and architecture
     */
    public abstract Image withPlatform(Platform platform);

    /**
     * {@return this image with other layers}
     *
     * @param layers lowest first
     */
    public abstract Image withLayers(Iterable<? extends ImageLayer> layers);

    /**
     * {@return this image with other tags}
     *
     * @param tags the names it goes by
     */
    public abstract Image withTags(Iterable<String> tags);

    /** {@return the tags, else the id, and the number of layers} */
    @Override
    public final String toString() {
        String name = tags().isEmpty() ? id().map(Digest::toString).orElse("image") : String.join(", ", tags());
        return name + " (" + layers().size() + " layers)";
    }

    /** Builds an image. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder permits ImmutableImage.Builder {
        /**
         * Adds layers above those added so far.
         *
         * @param layers lowest first
         */
        Builder layersAll(Iterable<? extends ImageLayer> layers);

        /**
         * Adds a layer above those added so far.
         *
         * @param layer the next layer
         */
        default Builder layer(ImageLayer layer) {
            return layersAll(ImmutableList.of(layer));
        }

        /**
         * Sets the digest of the image's configuration.
         *
         * @param digest the image id
         */
        Builder id(Digest digest);

        /**
         * Adds names.
         *
         * @param tags for example {@code nginx:1.27}
         */
        Builder tagsAll(Iterable<String> tags);

        /**
         * Adds a name.
         *
         * @param tag for example {@code nginx:1.27}
         */
        default Builder tag(String tag) {
            return tagsAll(ImmutableList.of(tag));
        }

        /**
         * Sets what it is made for.
         *
         * @param platform family and architecture
         */
        Builder platform(Platform platform);

        /** {@return the image} */
        Image build();
    }
}
