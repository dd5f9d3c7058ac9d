package io.virtstack.inventory.image;

import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** An uncompressed archive: its headers are read once, then its files by seeking. */
final class TarArchive implements Container {
    private final SeekableByteChannel channel;
    private final ArchiveIndex index;
    private final Reading reading;

    private TarArchive(SeekableByteChannel channel, ArchiveIndex index, Reading reading) {
        this.channel = channel;
        this.index = index;
        this.reading = reading;
    }

    static TarArchive open(SeekableByteChannel channel, Reading reading) throws IOException {
        ArchiveIndex index = new ArchiveIndex(reading);
        TarReader tar = new TarReader(
                new ChannelStream(channel, 0, channel.size(), Reading.WHOLE, reading), Reading.WHOLE, reading);
        for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
            index.add(entry);
        }
        index.finish(tar);
        return new TarArchive(channel, index, reading);
    }

    @Override
    public Optional<Content> find(String path) {
        return index.find(path);
    }

    @Override
    public byte[] document(Content content) {
        try {
            return open(content).readNBytes((int) content.size());
        } catch (IOException e) {
            throw reading.unreadable(content.name(), e);
        }
    }

    @Override
    public void stream(Set<Content> contents, BiConsumer<Content, InputStream> reader) {
        for (Content content : contents) {
            reader.accept(content, open(content));
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private ChannelStream open(Content content) {
        return new ChannelStream(channel, content.offset(), content.size(), content.name(), reading);
    }
}
