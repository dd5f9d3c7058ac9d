package io.virtstack.inventory.tar;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarEntry.Kind;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tar entry by entry, as Docker's own reader does: ustar, GNU long names and sparse files, POSIX extended headers.
 *
 * <p>Commons Compress is not used for this: a long name of some gigabytes exhausts its memory, and it takes bytes after
 * links and directories for their data.
 */
public final class TarReader {
    private static final int BLOCK = TarHeader.BLOCK;
    private static final int LONGEST_EXTENSION = 1 << 20;

    private final InputStream in;
    private final Reading reading;
    private final String place;
    private Slice content;
    private long padding;
    private long position;
    private long entries;
    private long pathBytes;
    private boolean ended;

    /** @param place what to call the tar in errors */
    public TarReader(InputStream in, String place, Reading reading) {
        this.in = in;
        this.place = place;
        this.reading = reading;
        this.content = new Slice(in, 0);
    }

    /** {@return the next entry, null after the last one} */
    @Nullable
    public TarEntry next() throws IOException {
        try {
            return nextEntry();
        } catch (EOFException e) {
            throw reading.refuse(
                    place,
                    InventoryRule.ARCHIVE_TRUNCATED,
                    "the tar ends inside entry " + (entries + 1),
                    "copy or save it again",
                    e);
        }
    }

    /** {@return the stored bytes of the entry that was returned last, for as long as it is the last one} */
    public InputStream content() {
        return content;
    }

    /** {@return whether the mark was seen that ends a complete archive} */
    public boolean ended() {
        return ended;
    }

    private @Nullable TarEntry nextEntry() throws IOException {
        String longName = null;
        String longLink = null;
        PaxRecords pax = PaxRecords.none();
        while (true) {
            TarHeader header = nextHeader();
            if (header == null) {
                return null;
            }
            reading.check(Limit.TAR_ENTRIES, ++entries, place);
            long size = header.size();
            switch (header.type()) {
                case 'L' ->
                    longName = longName(extension(size, reading.limit(Limit.PATH_LENGTH) + 1, Limit.PATH_LENGTH));
                case 'K' ->
                    longLink = longName(extension(size, reading.limit(Limit.PATH_LENGTH) + 1, Limit.PATH_LENGTH));
                case 'x' -> pax = pax(extension(size, LONGEST_EXTENSION, Limit.TAR_PATH_BYTES));
                case 'g' -> extension(size, LONGEST_EXTENSION, Limit.TAR_PATH_BYTES);
                default -> {
                    String name = pax.name(longName == null ? header.name() : longName);
                    String link = pax.link(longLink == null ? header.link() : longLink);
                    return entry(header, name, link, pax);
                }
            }
        }
    }

    private TarEntry entry(TarHeader header, String name, String link, PaxRecords pax) throws IOException {
        reading.check(Limit.PATH_LENGTH, Math.max(name.length(), link.length()), place);
        pathBytes += name.length();
        reading.check(Limit.TAR_PATH_BYTES, pathBytes, place);
        Kind kind = kind(header.type(), name);
        long stored = holdsNothing(header.type()) ? 0 : pax.stored(header.size());
        long size = header.type() == 'S' ? header.sparseSize() : pax.size(stored);
        if (stored < 0 || size < 0) {
            throw malformed("the size of '" + TarEntry.text(name) + "' is no number");
        }
        if (header.type() == 'S' && header.isSparseMapContinued()) {
            skipSparseMap();
        }
        TarEntry entry = new TarEntry(name, kind, kind == Kind.FILE ? size : 0, stored, link, position);
        startContent(stored);
        return entry;
    }

    private static Kind kind(char type, String name) {
        return switch (type) {
            case '\0' -> name.endsWith("/") ? Kind.OTHER : Kind.FILE;
            case '0', '7', 'S' -> Kind.FILE;
            case '1' -> Kind.HARD_LINK;
            case '2' -> Kind.SYMBOLIC_LINK;
            default -> Kind.OTHER;
        };
    }

    /** Links, devices, directories and pipes have no data, whatever size their header states. */
    private static boolean holdsNothing(char type) {
        return type >= '1' && type <= '6';
    }

    private void startContent(long stored) {
        content = new Slice(in, stored);
        padding = -stored & (BLOCK - 1);
        position += stored;
    }

    private @Nullable TarHeader nextHeader() throws IOException {
        if (ended) {
            return null;
        }
        content.drain();
        in.skipNBytes(padding);
        position += padding;
        padding = 0;
        byte[] block = in.readNBytes(BLOCK);
        if (block.length == 0) {
            return null;
        }
        TarHeader header = full(block);
        if (header.isZero()) {
            ended = true;
            byte[] second = in.readNBytes(BLOCK);
            if (second.length > 0 && !full(second).isZero()) {
                throw malformed("one block of zeros between entries");
            }
            return null;
        }
        if (!header.isSound()) {
            throw malformed("wrong checksum of header " + (entries + 1));
        }
        return header;
    }

    private TarHeader full(byte[] block) throws EOFException {
        if (block.length < BLOCK) {
            throw new EOFException("a header of " + block.length + " bytes");
        }
        position += BLOCK;
        return new TarHeader(block);
    }

    private byte[] extension(long size, long longest, Limit limit) throws IOException {
        if (size < 0) {
            throw malformed("the size of an extended header is no number");
        }
        if (size > longest) {
            throw reading.exceeded(limit, size, place);
        }
        startContent(size);
        return content.readAllBytes();
    }

    private static String longName(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private PaxRecords pax(byte[] bytes) {
        return PaxRecords.parse(bytes).orElseThrow(() -> malformed("a malformed extended header"));
    }

    private void skipSparseMap() throws IOException {
        boolean continued = true;
        while (continued) {
            byte[] block = in.readNBytes(BLOCK);
            full(block);
            continued = TarHeader.isSparseMapContinued(block);
            reading.check(Limit.TAR_ENTRIES, ++entries, place);
        }
    }

    private InventoryException malformed(String value) {
        return reading.refuse(
                place, InventoryRule.TAR_HEADER, value, "this is no tar, or a damaged one: save it again");
    }
}
