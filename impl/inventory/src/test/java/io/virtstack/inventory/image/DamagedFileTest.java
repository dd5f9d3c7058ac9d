package io.virtstack.inventory.image;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.virtstack.inventory.image.LayerFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

/** Files that are no images, or are damaged as files. */
class DamagedFileTest {
    private static final LayerFixture LAYER = LayerFixture.of(file("a", "some content"));
    private static final Spec IMAGE = Spec.of(LAYER);

    @TempDir
    Path folder;

    @Test
    void missing() {
        InventoryException refusal = Refusal.expect(folder.resolve("absent.tar"), InventoryRule.FILE_MISSING, ".");
        assertThat(refusal).hasCauseInstanceOf(NoSuchFileException.class);
    }

    @Test
    void empty() {
        Refusal.expect(written(new byte[0]), InventoryRule.FILE_EMPTY, ".");
    }

    @Test
    void noRegularFile() {
        Path device = Path.of("/dev/zero");
        if (Files.exists(device)) {
            Refusal.expect(device, InventoryRule.FILE_KIND, ".");
        }
    }

    @Test
    void noArchive() {
        Refusal.expect(written("just a text".getBytes(StandardCharsets.UTF_8)), InventoryRule.ARCHIVE_FORMAT, ".");
        Refusal.expect(written("x".repeat(5_000).getBytes(StandardCharsets.UTF_8)), InventoryRule.ARCHIVE_FORMAT, ".");
        Refusal.expect(written("PK\3\4".getBytes(StandardCharsets.UTF_8)), InventoryRule.ARCHIVE_FORMAT, ".");
        Refusal.expect(written(new byte[4_096]), InventoryRule.ARCHIVE_FORMAT, ".");
    }

    @Test
    void archiveOfSomethingElse() {
        Refusal.expect(written(LAYER.tar()), InventoryRule.ARCHIVE_KIND, ".");
        Refusal.expect(written(LayerFixture.pack(LAYER.tar(), Packing.GZIP)), InventoryRule.ARCHIVE_KIND, ".");
        Refusal.expect(folder, InventoryRule.ARCHIVE_KIND, ".");
    }

    @Test
    void unsupportedCompression() {
        byte[] bzip2 = "BZh91AY&SY".getBytes(StandardCharsets.ISO_8859_1);
        byte[] xz = {(byte) 0xFD, '7', 'z', 'X', 'Z', 0, 0, 4};
        Refusal.expect(written(bzip2), InventoryRule.COMPRESSION_UNSUPPORTED, ".");
        Refusal.expect(written(xz), InventoryRule.COMPRESSION_UNSUPPORTED, ".");
        String layer = LAYER.diffId().hex() + "/layer.tar";
        for (byte[] unsupported : new byte[][] {bzip2, xz}) {
            Path path = ImageFixture.docker(IMAGE).putBytes(layer, unsupported).writeTar(folder);
            Refusal.expect(path, InventoryRule.COMPRESSION_UNSUPPORTED, layer);
        }
    }

    @Test
    void truncated() {
        byte[] tar = ImageFixture.docker(IMAGE).tar();
        Refusal.expect(written(Arrays.copyOf(tar, 700)), InventoryRule.ARCHIVE_TRUNCATED, ".");
        Refusal.expect(written(Arrays.copyOf(tar, 1024)), InventoryRule.ARCHIVE_TRUNCATED, ".");
        Refusal.expect(written(Arrays.copyOf(tar, tar.length - 2_000)), InventoryRule.ARCHIVE_TRUNCATED, ".");
        for (Packing packing : new Packing[] {Packing.GZIP, Packing.ZSTD}) {
            byte[] packed = LayerFixture.pack(tar, packing);
            InventoryException refusal = Refusal.expectOneOf(
                    written(Arrays.copyOf(packed, packed.length - 3)),
                    InventoryRule.ARCHIVE_TRUNCATED,
                    InventoryRule.COMPRESSION_CORRUPT);
            assertThat(refusal).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void withoutTheMarkThatEndsAnArchive() {
        byte[] tar = ImageFixture.docker(IMAGE).tar();
        int end = tar.length;
        while (tar[end - 1] == 0) {
            end--;
        }
        int withoutMark = (end + 511) / 512 * 512;
        Refusal.expect(written(Arrays.copyOf(tar, withoutMark)), InventoryRule.ARCHIVE_TRUNCATED, ".");
    }

    @Test
    void wrongHeader() {
        byte[] tar = ImageFixture.docker(IMAGE).tar();
        tar[512 + 2_048 + 3] ^= 1;
        Refusal.expect(written(tar), InventoryRule.TAR_HEADER, ".");
    }

    @Test
    void corruptCompression() {
        byte[] packed = LayerFixture.pack(ImageFixture.docker(IMAGE).tar(), Packing.GZIP);
        packed[packed.length - 6] ^= 1;
        Refusal.expect(written(packed), InventoryRule.COMPRESSION_CORRUPT, ".");
        Refusal.expect(written(new byte[] {0x1F, (byte) 0x8B, 77, 1, 2, 3}), InventoryRule.COMPRESSION_CORRUPT, ".");
    }

    @Test
    void entriesThatLeadOut() {
        for (String name : new String[] {"../../manifest.json", "/manifest.json", "a/../../b"}) {
            Path path = new ImageFixture().put(name, "[]").writeTar(folder);
            Refusal.expect(path, InventoryRule.PATH_ESCAPE, name);
        }
    }

    @Test
    void aDirectoryInPlaceOfAFile() throws IOException {
        Files.createDirectory(folder.resolve("index.json"));
        Refusal.expect(folder, InventoryRule.ENTRY_KIND, "index.json");
        ImageFixture fixture = ImageFixture.docker(IMAGE);
        fixture.files.remove(DockerImages.MANIFEST);
        fixture.files.put("manifest.json/", new byte[0]);
        Refusal.expect(fixture.writeTar(folder), InventoryRule.ENTRY_KIND, "manifest.json");
    }

    private Path written(byte[] content) {
        return ImageFixture.write(folder.resolve("file"), content);
    }
}
