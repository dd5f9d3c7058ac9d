package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** A directory that holds an image's files. Links may lead anywhere inside it, never out of it. */
final class LayoutDirectory implements Container {
    private final Path root;
    private final Reading reading;

    /** @param root without links */
    LayoutDirectory(Path root, Reading reading) {
        this.root = root;
        this.reading = reading;
    }

    @Override
    public Optional<Content> find(String path) {
        try {
            Path real = followed(root.resolve(path), path);
            BasicFileAttributes attributes = Files.readAttributes(real, BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw reading.refuse(
                        path,
                        InventoryRule.ENTRY_KIND,
                        "a directory, device, pipe or socket",
                        "a regular file is expected here: save the image again");
            }
            return Optional.of(new Content(name(real), attributes.size(), 0));
        } catch (NoSuchFileException | InvalidPathException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw reading.unreadable(path, e);
        }
    }

    @Override
    public byte[] document(Content content) {
        try (SeekableByteChannel channel = Files.newByteChannel(root.resolve(content.name()))) {
            return open(channel, content).readNBytes((int) content.size());
        } catch (IOException e) {
            throw reading.unreadable(content.name(), e);
        }
    }

    @Override
    public void stream(Set<Content> contents, BiConsumer<Content, InputStream> reader) {
        for (Content content : contents) {
            try (SeekableByteChannel channel = Files.newByteChannel(root.resolve(content.name()))) {
                reader.accept(content, open(channel, content));
            } catch (IOException e) {
                throw reading.unreadable(content.name(), e);
            }
        }
    }

    /** Nothing stays open. */
    @Override
    public void close() {}

    private ChannelStream open(SeekableByteChannel channel, Content content) {
        return new ChannelStream(channel, 0, content.size(), content.name(), reading);
    }

    private Path followed(Path path, String place) throws IOException {
        Path real;
        try {
            real = path.toRealPath();
        } catch (FileSystemException e) {
            if (e instanceof NoSuchFileException || !Files.isSymbolicLink(path)) {
                throw e;
            }
            throw reading.refuse(
                    place,
                    InventoryRule.PATH_LOOP,
                    "a link that cannot be followed",
                    "the links lead in a circle: save the image again",
                    e);
        }
        if (!real.startsWith(root)) {
            throw reading.refuse(
                    place,
                    InventoryRule.PATH_ESCAPE,
                    "leads to " + real,
                    "links may not leave the directory: copy the file into it");
        }
        return real;
    }

    private String name(Path real) {
        return root.relativize(real).toString().replace(root.getFileSystem().getSeparator(), "/");
    }
}
