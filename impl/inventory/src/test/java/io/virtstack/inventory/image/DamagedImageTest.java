package io.virtstack.inventory.image;

import io.virtstack.image.Digest;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Packing;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.virtstack.inventory.image.ImageFixture.bytes;
import static io.virtstack.inventory.image.ImageFixture.onPlatform;
import static io.virtstack.inventory.image.LayerFixture.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Well-formed archives and layouts whose images are damaged, incomplete or hostile. */
class DamagedImageTest {
    private static final LayerFixture LAYER = LayerFixture.of(file("a", "some content"));
    private static final Spec IMAGE = Spec.of(LAYER.packed(Packing.GZIP));
    private static final String PLAIN = LAYER.diffId().hex() + "/layer.tar";
    private static final String BLOB = "blobs/sha256/"
            + MeteredStream.digestOf(IMAGE.layers().get(0).blob(), "sha256").hex();
    private static final String CONFIG = "blobs/sha256/" + IMAGE.id().hex();

    @TempDir
    Path folder;

    @Test
    void wrongDigestOfALayer() {
        byte[] damaged = IMAGE.layers().get(0).blob();
        damaged[damaged.length - 12] ^= 1;
        expect(ImageFixture.oci(IMAGE).putBytes(BLOB, damaged), InventoryRule.BLOB_DIGEST, BLOB);
        expect(ImageFixture.docker25(IMAGE).putBytes(BLOB, damaged), InventoryRule.BLOB_DIGEST, BLOB);
        byte[] noGzip = damaged.clone();
        noGzip[0] = 0;
        expect(ImageFixture.oci(IMAGE).putBytes(BLOB, noGzip), InventoryRule.BLOB_DIGEST, BLOB);
    }

    @Test
    void wrongDiffId() {
        ImageFixture fixture = ImageFixture.docker(Spec.of(LAYER));
        byte[] other = LayerFixture.of(file("a", "some Content")).tar();
        expect(fixture.putBytes(PLAIN, other), InventoryRule.LAYER_DIFF_ID, PLAIN);
    }

    @Test
    void wrongDigestOfADocument() {
        byte[] config = IMAGE.config();
        config[config.length - 2] = ' ';
        expect(ImageFixture.oci(IMAGE).putBytes(CONFIG, config), InventoryRule.BLOB_DIGEST, CONFIG);
        expect(ImageFixture.docker25(IMAGE).putBytes(CONFIG, config), InventoryRule.BLOB_DIGEST, CONFIG);
        String named = IMAGE.id().hex() + ".json";
        expect(ImageFixture.docker(IMAGE).putBytes(named, config), InventoryRule.BLOB_DIGEST, named);
    }

    @Test
    void wrongSize() {
        byte[] longer = Arrays.copyOf(IMAGE.layers().get(0).blob(), 5_000);
        expect(ImageFixture.oci(IMAGE).putBytes(BLOB, longer), InventoryRule.BLOB_SIZE, BLOB);
        expect(ImageFixture.oci(IMAGE).putBytes(CONFIG, new byte[3]), InventoryRule.BLOB_SIZE, CONFIG);
    }

    @Test
    void missingBlobs() {
        ImageFixture noLayer = ImageFixture.oci(IMAGE);
        noLayer.files.remove(BLOB);
        expect(noLayer, InventoryRule.ENTRY_MISSING, noLayer.pathOf(manifestName(noLayer)) + "#/layers/0");
        ImageFixture noConfig = ImageFixture.oci(IMAGE);
        noConfig.files.remove(CONFIG);
        expect(noConfig, InventoryRule.ENTRY_MISSING, noConfig.pathOf(manifestName(noConfig)) + "#/config");
        ImageFixture noManifest = ImageFixture.oci(IMAGE);
        noManifest.files.remove(manifestName(noManifest));
        expect(noManifest, InventoryRule.ENTRY_MISSING, "index.json#/manifests/0");
        ImageFixture docker = ImageFixture.docker(Spec.of(LAYER));
        docker.files.remove(PLAIN);
        expect(docker, InventoryRule.ENTRY_MISSING, "manifest.json#/0/Layers/0");
    }

    @Test
    void foreignLayerThatWasNotDownloaded() {
        ImageFixture fixture = new ImageFixture();
        String config = fixture.blob(IMAGE.config(), ImageFixture.OCI_CONFIG);
        String layer =
                "{'mediaType':'application/vnd.docker.image.rootfs.foreign.diff.tar.gzip','digest':'%s','size':9,'urls':['https://example.org/l']}"
                        .formatted(Digest.sha256("foreign"));
        String manifest =
                fixture.blob(bytes("{'config':" + config + ",'layers':[" + layer + "]}"), ImageFixture.OCI_MANIFEST);
        fixture.index(manifest);
        expect(fixture, InventoryRule.LAYER_FOREIGN, manifestName(fixture) + "#/layers/0");
    }

    @Test
    void pathsThatLeadOut() {
        for (String path : List.of("../../x", "/etc/passwd", "a/../../x", "", ".", "a\\u0000b")) {
            ImageFixture layer = ImageFixture.docker(IMAGE);
            layer.put(DockerImages.MANIFEST, "[{'Config':'" + IMAGE.id().hex() + ".json','Layers':['" + path + "']}]");
            expect(layer, InventoryRule.PATH_ESCAPE, "manifest.json#/0/Layers/0");
            ImageFixture config = ImageFixture.docker(IMAGE);
            config.put(DockerImages.MANIFEST, "[{'Config':'" + path + "','Layers':[]}]");
            expect(config, InventoryRule.PATH_ESCAPE, "manifest.json#/0/Config");
        }
    }

    @Test
    void digestsThatAreNone() {
        for (String digest : List.of("sha256:../../x", "md5:00", "", "sha256:" + "A".repeat(64))) {
            ImageFixture fixture = new ImageFixture();
            fixture.index("{'mediaType':'" + ImageFixture.OCI_MANIFEST + "','size':1,'digest':'" + digest + "'}");
            expect(fixture, InventoryRule.DIGEST_FORM, "index.json#/manifests/0/digest");
        }
    }

    @Test
    void linksInACircle() throws IOException {
        ImageFixture fixture = ImageFixture.docker(Spec.of(LAYER));
        fixture.files.remove(PLAIN);
        fixture.symbolicLinks.put(PLAIN, "../x/layer.tar");
        fixture.symbolicLinks.put("x/layer.tar", "../" + PLAIN);
        expect(fixture, InventoryRule.PATH_LOOP, PLAIN);
        Path layout = ImageFixture.oci(IMAGE).writeInto(Files.createDirectory(folder.resolve("layout")));
        Files.delete(layout.resolve(BLOB));
        Files.createSymbolicLink(layout.resolve(BLOB), layout.resolve("x"));
        Files.createSymbolicLink(layout.resolve("x"), layout.resolve(BLOB));
        Refusal.expect(layout, InventoryRule.PATH_LOOP, BLOB);
    }

    @Test
    void linksThatLeadOut() throws IOException {
        for (String target : List.of("../../x", "/etc/passwd")) {
            ImageFixture fixture = ImageFixture.docker(Spec.of(LAYER));
            fixture.files.remove(PLAIN);
            fixture.symbolicLinks.put(PLAIN, target);
            expect(fixture, InventoryRule.PATH_ESCAPE, PLAIN);
        }
        Path layout = ImageFixture.oci(IMAGE).writeInto(Files.createDirectory(folder.resolve("layout")));
        Files.move(layout.resolve(BLOB), folder.resolve("outside"));
        Files.createSymbolicLink(layout.resolve(BLOB), folder.resolve("outside"));
        Refusal.expect(layout, InventoryRule.PATH_ESCAPE, BLOB);
    }

    @Test
    void entriesThatAreNoFiles() throws IOException {
        ImageFixture fixture = ImageFixture.docker(Spec.of(LAYER));
        fixture.files.remove(PLAIN);
        fixture.files.put(PLAIN + "/", new byte[0]);
        expect(fixture, InventoryRule.ENTRY_KIND, PLAIN);
        Path layout = ImageFixture.oci(IMAGE).writeInto(Files.createDirectory(folder.resolve("layout")));
        Files.delete(layout.resolve(BLOB));
        Files.createDirectory(layout.resolve(BLOB));
        Refusal.expect(layout, InventoryRule.ENTRY_KIND, BLOB);
    }

    @Test
    void aPipeInPlaceOfABlob() throws IOException, InterruptedException {
        Path layout = ImageFixture.oci(IMAGE).writeInto(Files.createDirectory(folder.resolve("layout")));
        Files.delete(layout.resolve(BLOB));
        if (new ProcessBuilder("mkfifo", layout.resolve(BLOB).toString())
                        .start()
                        .waitFor()
                == 0) {
            Refusal.expect(layout, InventoryRule.ENTRY_KIND, BLOB);
        }
    }

    @Test
    void otherNumberOfLayers() {
        ImageFixture fixture = ImageFixture.docker(Spec.of(LAYER));
        fixture.put(
                DockerImages.MANIFEST,
                "[{'Config':'%s.json','Layers':[]}]"
                        .formatted(Spec.of(LAYER).id().hex()));
        expect(fixture, InventoryRule.LAYER_COUNT, "manifest.json#/0");
    }

    @Test
    void severalPlatformsNoneOfThemPreferred() {
        ImageFixture fixture = new ImageFixture();
        String arm = onPlatform(fixture.manifest(IMAGE.forPlatform("linux", "arm64")), "linux", "arm64");
        String s390 = onPlatform(fixture.manifest(IMAGE.forPlatform("linux", "s390x")), "linux", "s390x");
        fixture.index(fixture.blob(bytes("{'manifests':[" + arm + "," + s390 + "]}"), ImageFixture.OCI_INDEX));
        InventoryException refusal = expect(fixture, InventoryRule.IMAGE_PLATFORM, "index.json#/manifests/0");
        assertThat(refusal).hasMessageContaining("linux/arm64, linux/s390x");
    }

    @Test
    void noImages() {
        expect(new ImageFixture().put(DockerImages.MANIFEST, "[]"), InventoryRule.IMAGE_NONE, ".");
        expect(new ImageFixture().index(), InventoryRule.IMAGE_NONE, ".");
        ImageFixture fixture = new ImageFixture();
        fixture.index(fixture.blob(bytes("{}"), "application/example"));
        expect(fixture, InventoryRule.IMAGE_NONE, ".");
    }

    @Test
    void schema1() {
        ImageFixture fixture = new ImageFixture();
        String stated =
                fixture.blob(bytes("{'schemaVersion':1}"), "application/vnd.docker.distribution.manifest.v1+prettyjws");
        fixture.index(stated);
        expect(fixture, InventoryRule.MANIFEST_SCHEMA1, fixture.pathOf(digestIn(stated)) + "#");
        String unstated = fixture.blob(bytes("{'schemaVersion':1,'fsLayers':[]}"), "");
        fixture.index(unstated);
        expect(fixture, InventoryRule.MANIFEST_SCHEMA1, fixture.pathOf(digestIn(unstated)) + "#");
    }

    @Test
    void unreadableLayers() {
        ImageFixture fixture = new ImageFixture();
        String config = fixture.blob(IMAGE.config(), ImageFixture.OCI_CONFIG);
        String layer = fixture.blob(new byte[9], "application/vnd.oci.image.layer.v1.tar+gzip+encrypted");
        fixture.index(
                fixture.blob(bytes("{'config':" + config + ",'layers':[" + layer + "]}"), ImageFixture.OCI_MANIFEST));
        expect(fixture, InventoryRule.MEDIA_TYPE, manifestName(fixture) + "#/layers/0");
    }

    @Test
    void documentOfAnotherTypeThanItsDescriptorSays() {
        ImageFixture fixture = new ImageFixture();
        String index = fixture.blob(
                bytes("{'mediaType':'" + ImageFixture.OCI_INDEX + "','manifests':[]}"), ImageFixture.OCI_MANIFEST);
        fixture.index(index);
        expect(fixture, InventoryRule.MEDIA_TYPE, fixture.pathOf(digestIn(index)) + "#/mediaType");
        String both = fixture.blob(bytes("{'manifests':[],'layers':[]}"), ImageFixture.OCI_MANIFEST);
        fixture.index(both);
        expect(fixture, InventoryRule.DOCUMENT_FORM, fixture.pathOf(digestIn(both)) + "#");
    }

    @Test
    void layoutOfAnotherVersion() {
        ImageFixture fixture = ImageFixture.oci(IMAGE).put("oci-layout", "{'imageLayoutVersion':'2.0.0'}");
        expect(fixture, InventoryRule.LAYOUT_VERSION, "oci-layout#/imageLayoutVersion");
    }

    @Test
    void limits() {
        Path oci = ImageFixture.oci(IMAGE.tagged("a:1", "a:2")).writeTar(folder);
        limited(Limit.LAYER_BYTES, 2_047, oci, BLOB);
        limited(Limit.TAR_ENTRIES, 3, oci, ".");
        limited(Limit.TAR_PATH_BYTES, 100, oci, ".");
        limited(Limit.PATH_LENGTH, 50, oci, ".");
        limited(Limit.JSON_BYTES, 100, oci, "index.json");
        limited(Limit.IMAGES, 1, oci, "index.json#/manifests/1");
        limited(Limit.JSON_DEPTH, 2, oci, "index.json");
        Path docker = ImageFixture.docker(Spec.of(LAYER, LAYER)).writeTar(folder);
        limited(Limit.LAYERS, 1, docker, Spec.of(LAYER, LAYER).id().hex() + ".json#/rootfs/diff_ids");
        limited(Limit.JSON_TOTAL_BYTES, 300, docker, Spec.of(LAYER, LAYER).id().hex() + ".json");
        limited(Limit.TOTAL_BYTES, 2_100, docker, PLAIN);
        Path packed = ImageFixture.write(
                folder.resolve("packed"),
                LayerFixture.pack(ImageFixture.oci(IMAGE).tar(), Packing.GZIP));
        limited(Limit.TOTAL_BYTES, 2_000, packed, ".");
        limited(Limit.JSON_TOTAL_BYTES, 100, packed, CONFIG);
    }

    @Test
    void indexesInsideOneAnother() {
        ImageFixture fixture = new ImageFixture();
        String nested = fixture.manifest(IMAGE);
        for (int i = 0; i < 8; i++) {
            nested = fixture.blob(bytes("{'manifests':[" + nested + "]}"), ImageFixture.OCI_INDEX);
        }
        fixture.index(nested);
        Throwable thrown = catchThrowable(() -> ImageReader.create().read(fixture.writeTar(folder)));
        assertThat(thrown).hasMessageContaining(InventoryRule.LIMIT_INDEX_DEPTH.id());
        ReadLimits deeper = ReadLimits.defaults().with(Limit.INDEX_DEPTH, 9);
        assertThat(ImageReader.create().withLimits(deeper).read(fixture.writeTar(folder)))
                .hasSize(1);
    }

    /** Each index lists its child many times: 30^7 entries, of which only a limited number is looked at. */
    @Test
    void indexesThatMultiply() {
        ImageFixture fixture = new ImageFixture();
        String nested = fixture.manifest(IMAGE);
        for (int i = 0; i < 7; i++) {
            nested = fixture.blob(
                    bytes("{'manifests':[" + String.join(",", Collections.nCopies(30, nested)) + "]}"),
                    ImageFixture.OCI_INDEX);
        }
        fixture.index(nested);
        Refusal.expectOneOf(fixture.writeTar(folder), InventoryRule.LIMIT_IMAGES);
    }

    private InventoryException expect(ImageFixture fixture, InventoryRule rule, String place) {
        return Refusal.expect(fixture.writeTar(folder), rule, place);
    }

    private static void limited(Limit limit, long value, Path path, String place) {
        ReadLimits limits = ReadLimits.defaults().with(limit, value);
        Refusal.expect(ImageReader.create().withLimits(limits), path, limit.rule(), place);
    }

    private static String manifestName(ImageFixture fixture) {
        String index = new String(fixture.files.get(OciImages.INDEX), StandardCharsets.UTF_8);
        return fixture.files.keySet().stream()
                .filter(path -> path.startsWith("blobs/") && index.contains(path.substring(13)))
                .findFirst()
                .orElseThrow();
    }

    private static String digestIn(String descriptor) {
        int start = descriptor.indexOf("sha256:") + 7;
        return descriptor.substring(start, start + 64);
    }
}
