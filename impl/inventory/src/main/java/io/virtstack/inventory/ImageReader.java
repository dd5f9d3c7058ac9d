package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.image.ImageFile;
import io.virtstack.layer.Binaries;
import io.virtstack.platform.Platform;
import java.io.InputStream;
import java.nio.file.Path;

/**
 * Reads container images from files: what {@code docker save} writes, OCI image archives and OCI image layouts.
 *
 * <pre>{@code
 * ImmutableList<Binaries> images = ImageReader.create().read(Path.of("images.tar"));
 * }</pre>
 *
 * <p>The kind is recognised by what a file holds, not by its name:
 *
 * <ul>
 *   <li>an archive (tar, or tar compressed with gzip or Zstandard) or a directory with a {@code manifest.json} is read as
 *       {@code docker save} wrote it, one image for each entry. That is also so where an {@code index.json} stands beside
 *       it, as Docker writes it since version 25: {@code manifest.json} holds the names in the form the user typed;
 *   <li>otherwise one with an {@code index.json} is an OCI layout, with one image for each entry. An entry that is itself
 *       an index is one image in several platforms: the preferred one is taken, else the only one that is there. Artifacts
 *       and attestations are left out.
 * </ul>
 *
 * <p>Each image has its id (the digest of its configuration), tags, platform, and layers with
 *
 * <ul>
 *   <li>the DiffID,
 *   <li>the content size: bytes of regular files, hard links once, the last entry of a path wins, symbolic links by the
 *       length of their target, whiteouts nothing,
 *   <li>the tar size: bytes of the uncompressed tar,
 *   <li>the compressed size and the digest of the blob, where the layer is stored compressed, or as a blob of an OCI
 *       layout. The plain tar of a {@code docker save} archive is no blob of a registry: both are unknown for it. What an
 *       image store would report as stored is always unknown.
 * </ul>
 *
 * <p>Binaries are called after the first tag; else after the annotation {@code org.opencontainers.image.ref.name}, behind the
 * name of the file if it is but a tag; else after the first twelve digits of the id. Images that are the same but for their
 * tags become one.
 *
 * <p>Everything is verified while it is read: digests and sizes of blobs, DiffIDs, ids. Nothing is unpacked; memory depends on
 * {@link ReadLimits}, not on the file. Each distinct blob is read once, however many images share it. A reader is immutable
 * and safe for use by several threads.
 */
public final class ImageReader {
    private static final ImageReader DEFAULT = new ImageReader(Platform.LINUX_AMD64, ReadLimits.defaults());

    private final Platform platform;
    private final ReadLimits limits;

    private ImageReader(Platform platform, ReadLimits limits) {
        this.platform = platform;
        this.limits = limits;
    }

    /** {@return a reader that prefers linux/amd64 and has the default limits} */
    public static ImageReader create() {
        return DEFAULT;
    }

    /**
     * {@return this reader with another preference among the platforms of an image}
     *
     * @param platform which platform to take where an image comes in several
     */
    public ImageReader forPlatform(Platform platform) {
        return new ImageReader(platform, limits);
    }

    /**
     * {@return this reader with other limits}
     *
     * @param limits what a file may demand
     */
    public ImageReader withLimits(ReadLimits limits) {
        return new ImageReader(platform, limits);
    }

    /**
     * {@return the images in a file, in its order, at least one}
     *
     * @param path an archive or a layout directory
     * @throws InventoryException if the file is not there, is none of these kinds, is damaged, exceeds a limit, or holds no
     *     image; then nothing is returned
     */
    public ImmutableList<Binaries> read(Path path) {
        return new ImageFile(path, limits).images(platform);
    }

    /**
     * {@return the configuration of an image, out of an archive as it comes along}
     *
     * <p>The stream is read up to the configuration, no further, and not closed. Layers before it are skipped. The
     * configuration is verified against the id.
     *
     * @param archive an uncompressed archive, for example what {@code docker save} writes
     * @param id the digest of the configuration
     * @param name what to call the archive in errors
     * @throws InventoryException if the archive is damaged, exceeds a limit, or holds no such configuration
     */
    public byte[] readConfiguration(InputStream archive, Digest id, Path name) {
        return new ImageFile(name, limits).configuration(archive, id);
    }
}
