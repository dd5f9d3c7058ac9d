package io.virtstack.inventory.image;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import com.google.common.io.BaseEncoding;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Reading;
import io.virtstack.inventory.tar.TarHeader;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** How data is compressed, recognised by its first bytes: media types and file names are often wrong about it. */
enum Compression {
    NONE("no data begins like this"),
    GZIP("1f8b"),
    ZSTD("28b52ffd"),
    BZIP2("425a68"),
    XZ("fd377a585a00");

    /** How many bytes are needed to tell for sure. */
    static final int START = TarHeader.BLOCK;

    private static final int LONGEST_MAGIC = 6;
    private static final int BUFFER = 1 << 16;
    private static final BaseEncoding HEX = BaseEncoding.base16().lowerCase();

    private final String magic;

    Compression(String magic) {
        this.magic = magic;
    }

    static Compression of(byte[] start) {
        // A plain tar begins with the name of its first entry, which may well be "BZh".
        if (start.length == TarHeader.BLOCK && new TarHeader(start).isSound()) {
            return NONE;
        }
        String hex = HEX.encode(start, 0, Math.min(start.length, LONGEST_MAGIC));
        for (Compression compression : values()) {
            if (hex.startsWith(compression.magic)) {
                return compression;
            }
        }
        return NONE;
    }

    /**
     * {@return a stream of what was compressed; closing it frees native memory}
     *
     * @throws IOException if the data turns out to be something else
     */
    InputStream open(InputStream compressed, String place, Reading reading) throws IOException {
        return switch (this) {
            case NONE -> compressed;
            case GZIP -> new GZIPInputStream(compressed, BUFFER);
            case ZSTD -> new ZstdInputStreamNoFinalizer(compressed);
            case BZIP2, XZ ->
                throw reading.refuse(
                        place,
                        InventoryRule.COMPRESSION_UNSUPPORTED,
                        this + " data",
                        "save it uncompressed, or compressed with gzip or Zstandard");
        };
    }
}
