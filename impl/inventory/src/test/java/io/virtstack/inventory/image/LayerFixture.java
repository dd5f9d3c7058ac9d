package io.virtstack.inventory.image;

import com.github.luben.zstd.ZstdOutputStream;
import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** A layer as its entries, and how its tar is packed. */
record LayerFixture(ImmutableList<Member> members, Packing packing) {
    /** One entry: {@code text} is a file's content or a link's target. */
    record Member(byte type, String path, String text) {}

    enum Packing {
        PLAIN,
        GZIP,
        GZIP_MEMBERS,
        ZSTD
    }

    static Member file(String path, String content) {
        return new Member(TarConstants.LF_NORMAL, path, content);
    }

    static Member hardLink(String path, String target) {
        return new Member(TarConstants.LF_LINK, path, target);
    }

    static Member symbolicLink(String path, String target) {
        return new Member(TarConstants.LF_SYMLINK, path, target);
    }

    static Member directory(String path) {
        return new Member(TarConstants.LF_DIR, path, "");
    }

    static LayerFixture of(Member... members) {
        return new LayerFixture(ImmutableList.copyOf(members), Packing.PLAIN);
    }

    LayerFixture packed(Packing packing) {
        return new LayerFixture(members, packing);
    }

    byte[] tar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (Member member : members) {
                TarArchiveEntry entry = new TarArchiveEntry(member.path(), member.type(), true);
                entry.setModTime(0);
                byte[] content = member.text().getBytes(StandardCharsets.UTF_8);
                if (member.type() == TarConstants.LF_NORMAL) {
                    entry.setSize(content.length);
                } else {
                    entry.setLinkName(member.text());
                }
                tar.putArchiveEntry(entry);
                if (member.type() == TarConstants.LF_NORMAL) {
                    tar.write(content);
                }
                tar.closeArchiveEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] blob() {
        return pack(tar(), packing);
    }

    static byte[] pack(byte[] plain, Packing packing) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            switch (packing) {
                case PLAIN -> bytes.write(plain);
                case GZIP -> write(new GZIPOutputStream(bytes), plain, 0, plain.length);
                case GZIP_MEMBERS -> {
                    write(new GZIPOutputStream(bytes), plain, 0, plain.length / 3);
                    write(new GZIPOutputStream(bytes), plain, plain.length / 3, plain.length);
                }
                case ZSTD -> write(new ZstdOutputStream(bytes), plain, 0, plain.length);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Digest diffId() {
        return MeteredStream.digestOf(tar(), "sha256");
    }

    private static void write(OutputStream out, byte[] bytes, int from, int to) throws IOException {
        try (out) {
            out.write(bytes, from, to - from);
        }
    }
}
