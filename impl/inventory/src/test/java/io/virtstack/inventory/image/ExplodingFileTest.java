package io.virtstack.inventory.image;

import com.github.luben.zstd.ZstdOutputStream;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.tar.TarBytes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Small files that demand much. Each must be refused in bounded time and memory. */
@Timeout(300)
class ExplodingFileTest {
    private static final long TEN_GIB = 10L << 30;
    private static final String LAYER = "a/layer.tar";

    @TempDir
    Path folder;

    @Test
    void gzipLayerOfZeros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            zeros(gzip, 1L << 30);
        }
        expectBounded(docker(bytes.toByteArray()), Limit.COMPRESSION_RATIO, LAYER);
    }

    @Test
    void zstdLayerOfZeros() throws IOException {
        expectBounded(docker(zstdZeros()), Limit.COMPRESSION_RATIO, LAYER);
    }

    /** A file of zeros inside a proper tar, so that the bytes are skipped and not refused as a header. */
    @Test
    void zstdLayerWithAFileOfZeros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
            zstd.write(TarBytes.header("big", '0', TEN_GIB));
            zeros(zstd, TEN_GIB);
        }
        expectBounded(docker(bytes.toByteArray()), Limit.COMPRESSION_RATIO, LAYER);
        ReadLimits loose = ReadLimits.defaults()
                .with(Limit.COMPRESSION_RATIO, Long.MAX_VALUE)
                .with(Limit.LAYER_BYTES, 100 << 20);
        Refusal.expect(
                ImageReader.create().withLimits(loose),
                docker(bytes.toByteArray()),
                InventoryRule.LIMIT_LAYER_BYTES,
                LAYER);
    }

    @Test
    void wholeArchiveOfZeros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
            zstd.write(TarBytes.header("big", '0', TEN_GIB));
            zeros(zstd, TEN_GIB);
        }
        expectBounded(ImageFixture.write(folder.resolve("x"), bytes.toByteArray()), Limit.COMPRESSION_RATIO, ".");
    }

    @Test
    void longNameOfGigabytes() throws IOException {
        for (char type : new char[] {'L', 'K'}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(TarBytes.header("././@LongLink", type, TEN_GIB));
            bytes.write(new byte[4_096]);
            expectBounded(docker(bytes.toByteArray()), Limit.PATH_LENGTH, LAYER);
        }
    }

    @Test
    void extendedHeaderOfGigabytes() throws IOException {
        for (char type : new char[] {'x', 'g'}) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(TarBytes.header("pax", type, TEN_GIB));
            bytes.write(new byte[4_096]);
            expectBounded(docker(bytes.toByteArray()), Limit.TAR_PATH_BYTES, LAYER);
        }
    }

    @Test
    void manyEntries() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
            for (int i = 0; i < 1_000_001; i++) {
                zstd.write(TarBytes.header("f" + i, '0', 0));
            }
        }
        ReadLimits anyRatio = ReadLimits.defaults().with(Limit.COMPRESSION_RATIO, Long.MAX_VALUE);
        Refusal.expect(
                ImageReader.create().withLimits(anyRatio),
                docker(bytes.toByteArray()),
                InventoryRule.LIMIT_TAR_ENTRIES,
                LAYER);
    }

    @Test
    void deepJson() {
        String deep = "[".repeat(100_000);
        String members = "{\"a\":".repeat(100_000);
        for (String text : new String[] {deep, members, deep + "]".repeat(100_000)}) {
            byte[] document = text.getBytes(StandardCharsets.UTF_8);
            for (String name : new String[] {DockerImages.MANIFEST, OciImages.INDEX}) {
                expectDepth(new ImageFixture().putBytes(name, document), name);
            }
            expectDepth(ImageFixture.oci(Spec.of()).putBytes("oci-layout", document), "oci-layout");
            expectDepth(
                    new ImageFixture()
                            .putBytes("config.json", document)
                            .put(DockerImages.MANIFEST, "[{'Config':'config.json','Layers':[]}]"),
                    "config.json");
            ImageFixture manifest = new ImageFixture();
            manifest.index(manifest.blob(document, ImageFixture.OCI_MANIFEST));
            expectDepth(
                    manifest,
                    manifest.pathOf(MeteredStream.digestOf(document, "sha256").hex()));
            ImageFixture config = new ImageFixture();
            String descriptor = config.blob(document, ImageFixture.OCI_CONFIG);
            config.index(config.blob(
                    ImageFixture.bytes("{'config':" + descriptor + ",'layers':[]}"), ImageFixture.OCI_MANIFEST));
            expectDepth(
                    config,
                    config.pathOf(MeteredStream.digestOf(document, "sha256").hex()));
        }
    }

    private void expectDepth(ImageFixture fixture, String place) {
        Refusal.expect(fixture.writeTar(folder), InventoryRule.LIMIT_JSON_DEPTH, place);
    }

    /** That memory is bounded, too, the heap of these tests sees to: see the surefire configuration of this module. */
    private static void expectBounded(Path path, Limit limit, String place) {
        long start = System.nanoTime();
        Refusal.expect(path, limit.rule(), place);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
    }

    private Path docker(byte[] layer) {
        return new ImageFixture()
                .putBytes(LAYER, layer)
                .put("config.json", "{'rootfs':{'diff_ids':['" + MeteredStream.digestOf(new byte[0], "sha256") + "']}}")
                .put(DockerImages.MANIFEST, "[{'Config':'config.json','Layers':['" + LAYER + "']}]")
                .writeTar(folder);
    }

    private static byte[] zstdZeros() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZstdOutputStream zstd = new ZstdOutputStream(bytes)) {
            zeros(zstd, TEN_GIB);
        }
        return bytes.toByteArray();
    }

    private static void zeros(OutputStream out, long count) throws IOException {
        byte[] chunk = new byte[1 << 20];
        for (long left = count; left > 0; left -= chunk.length) {
            out.write(chunk);
        }
    }
}
