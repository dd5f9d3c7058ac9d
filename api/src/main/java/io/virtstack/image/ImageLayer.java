package io.virtstack.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * One layer of an image, with the sizes that different tools mean by "the size of a layer". They are never interchanged.
 *
 * <p>Every size is unknown until stated. Disk figures use {@link #storedSize()}, else {@link #contentSize()}; the blobs of a
 * containerd image store use {@link #compressedSize()}. Immutable and safe for use by several threads.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class ImageLayer permits ImmutableImageLayer {
    ImageLayer() {}

    /**
     * {@return a builder of a layer}
     *
     * @param diffId the digest of the layer's uncompressed tar
     */
    public static Builder builder(Digest diffId) {
        return ImmutableImageLayer.builder().diffId(diffId);
    }

    /** {@return the digest of the layer's uncompressed tar} */
    public abstract Digest diffId();

    /** {@return bytes of regular files: hard links once, the last entry of a path wins, symbolic links by target length} */
    public abstract Optional<DataSize> contentSize();

    /** {@return bytes of the uncompressed tar} */
    public abstract Optional<DataSize> tarSize();

    /** {@return bytes of the blob as it is stored, which is compressed as a rule} */
    public abstract Optional<DataSize> compressedSize();

    /** {@return bytes that an image store itself reports for the layer} */
    public abstract Optional<DataSize> storedSize();

    /** {@return the digest of the blob as it is stored} */
    public abstract Optional<Digest> blob();

    /** {@return what the unpacked layer takes on disk: the reported size, else the content size} */
    public final Optional<DataSize> diskSize() {
        return storedSize().or(this::contentSize);
    }

    /**
     * {@return this layer with another compressed size}
     *
     * @param compressedSize at least 0 B; empty for unknown
     */
    public abstract ImageLayer withCompressedSize(Optional<? extends DataSize> compressedSize);

    /**
     * {@return this layer with another tar size}
     *
     * @param tarSize at least 0 B; empty for unknown
     */
    public abstract ImageLayer withTarSize(Optional<? extends DataSize> tarSize);

    /**
     * {@return this layer with another content size}
     *
     * @param contentSize at least 0 B; empty for unknown
     */
    public abstract ImageLayer withContentSize(Optional<? extends DataSize> contentSize);

    /**
     * {@return this layer with a size as its store reports it}
     *
     * @param size the reported size, empty for unknown
     */
    public abstract ImageLayer withStoredSize(Optional<? extends DataSize> size);

    @Value.Check
    void check() {
        ImmutableList.Builder<Violation> violations = ImmutableList.builder();
        expectNonNegative("contentSize", contentSize(), violations);
        expectNonNegative("tarSize", tarSize(), violations);
        expectNonNegative("compressedSize", compressedSize(), violations);
        expectNonNegative("storedSize", storedSize(), violations);
        ImmutableList<Violation> negative = violations.build();
        if (!negative.isEmpty()) {
            throw new InvalidModelException(negative);
        }
    }

    private void expectNonNegative(String what, Optional<DataSize> size, ImmutableList.Builder<Violation> violations) {
        size.filter(stated -> stated.bytes() < 0)
                .ifPresent(stated -> violations.add(new Violation(
                        "layer " + diffId() + ", " + what,
                        Rule.NON_NEGATIVE,
                        stated.toString(),
                        "state a size from 0 B, or leave it unknown")));
    }

    /** {@return the DiffID} */
    @Override
    public final String toString() {
        return diffId().toString();
    }

    /** Builds a layer. Sets each attribute at most once; not safe for use by several threads. */
    public sealed interface Builder permits ImmutableImageLayer.Builder {
        /**
         * Sets the bytes of regular files.
         *
         * @param size at least 0 B
         */
        Builder contentSize(DataSize size);

        /**
         * Sets the bytes of the uncompressed tar.
         *
         * @param size at least 0 B
         */
        Builder tarSize(DataSize size);

        /**
         * Sets the bytes of the blob as it is stored.
         *
         * @param size at least 0 B
         */
        Builder compressedSize(DataSize size);

        /**
         * Sets the bytes that an image store reports.
         *
         * @param size at least 0 B
         */
        Builder storedSize(DataSize size);

        /**
         * Sets the digest of the blob as it is stored.
         *
         * @param digest as in the image's manifest
         */
        Builder blob(Digest digest);

        /**
         * {@return the layer}
         *
         * @throws InvalidModelException with all violations, if a size is negative
         */
        ImageLayer build();
    }
}
