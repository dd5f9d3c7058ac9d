package io.virtstack.docker;

import io.virtstack.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

import static com.google.common.hash.Hashing.sha256;

/** The tar of a layer, written entry by entry. The same entries make the same bytes. */
final class LayerTar {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes);

    static byte[] of(Consumer<LayerTar> entries) {
        LayerTar layer = new LayerTar();
        entries.accept(layer);
        try {
            layer.tar.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return layer.bytes.toByteArray();
    }

    static Digest digest(byte[] tar) {
        return Digest.of("sha256:" + sha256().hashBytes(tar));
    }

    LayerTar file(String name, int size) {
        return file(name, new byte[size], 0644);
    }

    LayerTar file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8), 0644);
    }

    LayerTar file(String name, byte[] content, int mode) {
        TarArchiveEntry entry = entry(name, TarConstants.LF_NORMAL);
        entry.setSize(content.length);
        entry.setMode(mode);
        return put(entry, content);
    }

    LayerTar directory(String name) {
        return put(entry(name + "/", TarConstants.LF_DIR), new byte[0]);
    }

    LayerTar symbolicLink(String name, String target) {
        TarArchiveEntry entry = entry(name, TarConstants.LF_SYMLINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    LayerTar hardLink(String name, String target) {
        TarArchiveEntry entry = entry(name, TarConstants.LF_LINK);
        entry.setLinkName(target);
        return put(entry, new byte[0]);
    }

    private static TarArchiveEntry entry(String name, byte type) {
        TarArchiveEntry entry = new TarArchiveEntry(name, type);
        entry.setModTime(0L);
        entry.setIds(0, 0);
        return entry;
    }

    private LayerTar put(TarArchiveEntry entry, byte[] content) {
        try {
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
