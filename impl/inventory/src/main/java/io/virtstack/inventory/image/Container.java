package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarHeader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** What holds an image's files: an archive, a compressed archive, or a directory. */
sealed interface Container extends Closeable permits TarArchive, CompressedArchive, LayoutDirectory {
    /**
     * {@return the file at this path, empty if there is none}
     *
     * @param path inside the container, in the form of {@link EntryPath#inside}
     */
    Optional<Content> find(String path);

    /**
     * {@return the bytes of a document}
     *
     * @param content found here, and at most as long as a document may be
     */
    byte[] document(Content content);

    /**
     * Reads files, each once, in the order that suits the container.
     *
     * @param contents found here
     * @param reader takes the bytes of each
     */
    void stream(Set<Content> contents, BiConsumer<Content, InputStream> reader);

    @Override
    void close() throws IOException;

    /** {@return the container at this path, recognised by what it holds} */
    static Container open(Path file, Reading reading) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(file, BasicFileAttributes.class);
        } catch (NoSuchFileException e) {
            throw reading.refuse(
                    Reading.WHOLE, InventoryRule.FILE_MISSING, "no such file", "check the path and its links", e);
        }
        if (attributes.isDirectory()) {
            return new LayoutDirectory(file.toRealPath(), reading);
        }
        if (!attributes.isRegularFile()) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.FILE_KIND,
                    "a device, pipe or socket",
                    "name a regular file or a directory");
        }
        if (attributes.size() == 0) {
            throw reading.refuse(Reading.WHOLE, InventoryRule.FILE_EMPTY, "0 bytes", "save the image again");
        }
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return openArchive(channel, reading);
        } catch (IOException | RuntimeException | Error e) {
            channel.close();
            throw e;
        }
    }

    private static Container openArchive(SeekableByteChannel channel, Reading reading) throws IOException {
        byte[] start =
                new ChannelStream(channel, 0, channel.size(), Reading.WHOLE, reading).readNBytes(Compression.START);
        Compression compression = Compression.of(start);
        if (compression != Compression.NONE) {
            return CompressedArchive.open(channel, compression, reading);
        }
        if (start.length < TarHeader.BLOCK || !new TarHeader(start).isSound()) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.ARCHIVE_FORMAT,
                    "does not begin with the header of a tar",
                    "name an archive of docker save, an OCI image archive or an OCI layout directory");
        }
        return TarArchive.open(channel, reading);
    }
}
