package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry;
import io.virtstack.inventory.tar.TarEntry.Kind;
import io.virtstack.inventory.tar.TarReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * A compressed archive. Since nobody can seek in one, it is decompressed twice: the first pass finds the entries and keeps
 * what can be a JSON document, the second reads the layers in the order in which they come.
 */
final class CompressedArchive implements Container {
    private final SeekableByteChannel channel;
    private final Compression compression;
    private final Reading reading;
    private final ArchiveIndex index;
    private final Map<Long, byte[]> documents = new HashMap<>();
    private long documentBytes;

    private CompressedArchive(SeekableByteChannel channel, Compression compression, Reading reading) {
        this.channel = channel;
        this.compression = compression;
        this.reading = reading;
        this.index = new ArchiveIndex(reading);
    }

    static CompressedArchive open(SeekableByteChannel channel, Compression compression, Reading reading)
            throws IOException {
        CompressedArchive archive = new CompressedArchive(channel, compression, reading);
        archive.eachEntry((entry, content) -> {
            archive.index.add(entry);
            archive.keepDocument(entry, content);
        });
        return archive;
    }

    @Override
    public Optional<Content> find(String path) {
        return index.find(path);
    }

    @Override
    public byte[] document(Content content) {
        return documents.getOrDefault(content.offset(), new byte[0]);
    }

    @Override
    public void stream(Set<Content> contents, BiConsumer<Content, InputStream> reader) {
        Map<Long, Content> byOffset = contents.stream().collect(Collectors.toMap(Content::offset, content -> content));
        try {
            eachEntry((entry, bytes) -> {
                Content content = entry.kind() == Kind.FILE ? byOffset.get(entry.offset()) : null;
                if (content != null) {
                    reader.accept(content, bytes);
                }
            });
        } catch (IOException e) {
            throw reading.unreadable(Reading.WHOLE, e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void eachEntry(EntryReader reader) throws IOException {
        MeteredStream stored = new MeteredStream(
                new ChannelStream(channel, 0, channel.size(), Reading.WHOLE, reading), Set.of(), count -> {});
        try (InputStream plain = compression.open(stored, Reading.WHOLE, reading)) {
            ExpansionLimit limit = new ExpansionLimit(Reading.WHOLE, Limit.TOTAL_BYTES, stored::count, reading);
            MeteredStream metered = new MeteredStream(plain, Set.of(), limit);
            TarReader tar = new TarReader(metered, Reading.WHOLE, reading);
            for (TarEntry entry = tar.next(); entry != null; entry = tar.next()) {
                reader.accept(entry, tar.content());
            }
            index.finish(tar);
            metered.skip(Long.MAX_VALUE);
        } catch (EOFException e) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.ARCHIVE_TRUNCATED,
                    "the compressed data ends too early",
                    "copy or save it again",
                    e);
        } catch (IOException e) {
            throw reading.refuse(
                    Reading.WHOLE,
                    InventoryRule.COMPRESSION_CORRUPT,
                    compression + " data: " + e.getMessage(),
                    "copy or save it again",
                    e);
        }
    }

    private void keepDocument(TarEntry entry, InputStream content) throws IOException {
        if (entry.kind() == Kind.FILE && entry.stored() > 0 && entry.stored() <= reading.limit(Limit.JSON_BYTES)) {
            // The first byte tells most layers from documents; a layer that is kept in error costs memory only.
            int first = content.read();
            if (first == '{' || first == '[' || Character.isWhitespace(first) || first == 0xEF || first == 'n') {
                documentBytes += entry.stored();
                reading.check(Limit.JSON_TOTAL_BYTES, documentBytes, TarEntry.text(entry.name()));
                byte[] bytes = new byte[(int) entry.stored()];
                bytes[0] = (byte) first;
                content.readNBytes(bytes, 1, bytes.length - 1);
                documents.put(entry.offset(), bytes);
            }
        }
    }

    @FunctionalInterface
    private interface EntryReader {
        void accept(TarEntry entry, InputStream content) throws IOException;
    }
}
