package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarHeader;
import io.virtstack.layer.Binaries;
import io.virtstack.platform.Platform;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** An archive or a layout directory with images. */
public final class ImageFile {
    /** How many bytes at the start of a file tell whether it is an archive. */
    public static final int START = TarHeader.BLOCK;

    private final Path path;
    private final Reading reading;

    /**
     * Names a file; it is opened when it is asked.
     *
     * @param path where it is, or what to call it in errors
     * @param limits what it may demand
     */
    public ImageFile(Path path, ReadLimits limits) {
        this.path = path;
        this.reading = new Reading(path, limits);
    }

    /** {@return whether a file that starts with these bytes, at most {@link #START}, is an archive} */
    public static boolean isArchive(byte[] start) {
        return Compression.of(start) != Compression.NONE || (start.length == START && new TarHeader(start).isSound());
    }

    /** {@return whether a folder is an image, which is one thing and not several files} */
    public static boolean isLayout(Path folder) {
        return Files.isRegularFile(folder.resolve("oci-layout"))
                || (Files.isRegularFile(folder.resolve(DockerImages.MANIFEST))
                        && (Files.exists(folder.resolve("blobs")) || Files.exists(folder.resolve("repositories"))));
    }

    /**
     * {@return the images in it, in its order, at least one}
     *
     * @param platform which platform to take where an image comes in several
     * @throws InventoryException if it cannot be read, or holds none
     */
    public ImmutableList<Binaries> images(Platform platform) {
        try (Container container = Container.open(path, reading)) {
            ImmutableList<ImagePlan> plans = plan(container, platform);
            if (plans.isEmpty()) {
                throw reading.refuse(
                        Reading.WHOLE,
                        InventoryRule.IMAGE_NONE,
                        "no image is listed",
                        "artifacts and attestations alone cannot be read: save an image");
            }
            return new ImageAssembly(container, reading).assemble(plans);
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }

    /**
     * {@return the configuration of an image, out of an archive as it comes along}
     *
     * @param archive the archive, read up to the configuration, and not closed
     * @param id the digest of the configuration
     * @throws InventoryException if the archive is damaged, or holds no such configuration
     */
    public byte[] configuration(InputStream archive, Digest id) {
        return new ConfigurationSearch(archive, id, reading).find();
    }

    private ImmutableList<ImagePlan> plan(Container container, Platform platform) {
        Documents documents = new Documents(container, reading);
        return documents
                .find(DockerImages.MANIFEST)
                .map(manifest -> new DockerImages(documents, reading).plan(manifest))
                .or(() -> documents
                        .find(OciImages.INDEX)
                        .map(index -> new OciImages(
                                        documents, new PlatformChoice(documents, platform, reading), reading)
                                .plan(index)))
                .orElseThrow(() -> reading.refuse(
                        Reading.WHOLE,
                        InventoryRule.ARCHIVE_KIND,
                        "neither manifest.json nor index.json",
                        "save the image with docker save of version 1.10 or later, or copy it to an OCI layout"));
    }
}
