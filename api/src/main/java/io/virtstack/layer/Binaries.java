package io.virtstack.layer;

import com.google.common.collect.ImmutableMultiset;
import io.virtstack.image.Image;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import io.virtstack.violation.Rule;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Libraries and other dependencies of applications, stated either as one size or as an image with its layers.
 *
 * <p>On a {@link DockerDaemon} this is an image, stored once by its content; stated as a size it is one layer whose identity
 * is its name, version and size. On an operating system every copy is a copy on disk. It demands disk only.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class Binaries implements RunsOnOperatingSystem, Carrying<Application, Binaries>
        permits ImmutableBinaries {
    Binaries() {}

    /**
     * {@return a builder of binaries}
     *
     * @param name what they are called, for example {@code python-3.12}
     */
    public static Builder builder(String name) {
        return ImmutableBinaries.builder().name(name);
    }

    /** {@return which version it is} */
    public abstract Optional<String> version();

    /** {@return the disk it takes, if it is stated as one size; see {@link #image()}} */
    public abstract Optional<DataSize> disk();

    /** {@return the image that it is, if it is stated as one} */
    public abstract Optional<Image> image();

    /** {@return the family of operating systems it is made for, if stated; see {@link #kernel()}} */
    public abstract Optional<OsFamily> family();

    @Override
    public abstract ImmutableMultiset<Application> runs();

    /** {@return the family of kernel a container of it needs: as stated, else as its image says, else Linux} */
    public final OsFamily kernel() {
        return family().or(() -> image().flatMap(Image::platform).map(Platform::family))
                .orElse(OsFamily.LINUX);
    }

    @Override
    public final LayerKind kind() {
        return LayerKind.BINARIES;
    }

    @Override
    public final <R> R accept(LayerVisitor<R> visitor) {
        return visitor.visitBinaries(this);
    }

    @Override
    @Value.Derived
    @Value.Auxiliary
    public int height() {
        return LayerCheck.heightAbove(runs());
    }

    /**
     * {@return these binaries in another version}
     *
     * @param version any text
     */
    public abstract Binaries withVersion(String version);

    /**
     * {@return these binaries for another family of operating systems}
     *
     * @param family what a container of it needs as a kernel
     */
    public abstract Binaries withFamily(OsFamily family);

    /**
     * {@return these binaries under another name}
     *
     * @param name not blank
     */
    public abstract Binaries withName(String name);

    /**
     * {@return these binaries with another size}
     *
     * @param disk at least 0 B; empty for unknown, or before an image is set
     */
    public abstract Binaries withDisk(Optional<? extends DataSize> disk);

    /**
     * {@return these binaries with another size}
     *
     * @param disk for example {@code 48 MB}
     * @throws IllegalArgumentException if the text is no size
     */
    public final Binaries withDisk(String disk) {
        return withDisk(Optional.of(DataSize.parse(disk)));
    }

    /**
     * {@return these binaries as another image}
     *
     * @param image the image, empty for none
     */
    public abstract Binaries withImage(Optional<? extends Image> image);

    @Value.Check
    void check() {
        LayerCheck.of(this)
                .size("disk", disk())
                .expect(
                        disk().isEmpty() || image().isEmpty(),
                        "disk and image",
                        Rule.DISK_OR_IMAGE,
                        () -> disk().map(DataSize::toString).orElse("") + " and an image",
                        "state one of them: the layers of an image have sizes of their own")
                .orThrow();
    }

    /** {@return kind and name; shallow} */
    @Override
    public final String toString() {
        return "Binaries " + name();
    }

    /** Builds binaries. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder extends Runs<Application, Builder> permits ImmutableBinaries.Builder {
        /**
         * Sets which version it is.
         *
         * @param version any text
         */
        Builder version(String version);

        /**
         * Sets the disk it takes. Either this or {@link #image}.
         *
         * @param disk at least 0 B
         */
        Builder disk(DataSize disk);

        /**
         * Sets the disk it takes. Either this or {@link #image}.
         *
         * @param disk for example {@code 48 MB}
         * @throws IllegalArgumentException if the text is no size
         */
        default Builder disk(String disk) {
            return disk(DataSize.parse(disk));
        }

        /**
         * Sets the image that it is. Either this or {@link #disk(DataSize)}.
         *
         * @param image the chain of layers
         */
        Builder image(Image image);

        /**
         * Sets the family of operating systems it is made for.
         *
         * @param family what a container of it needs as a kernel
         */
        Builder family(OsFamily family);

        /**
         * {@return the binaries}
         *
         * @throws io.virtstack.violation.InvalidModelException with all violations of this layer
         */
        Binaries build();
    }
}
