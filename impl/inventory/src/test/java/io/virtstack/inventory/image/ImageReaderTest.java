package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Packing;
import io.virtstack.layer.Binaries;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.virtstack.inventory.image.ImageFixture.bytes;
import static io.virtstack.inventory.image.ImageFixture.named;
import static io.virtstack.inventory.image.ImageFixture.onPlatform;
import static io.virtstack.inventory.image.LayerFixture.file;
import static org.assertj.core.api.Assertions.assertThat;

class ImageReaderTest {
    private static final LayerFixture BASE = LayerFixture.of(file("bin/sh", "shell"));
    private static final LayerFixture TOP = LayerFixture.of(file("app", "application"));
    private static final Spec IMAGE = Spec.of(BASE, TOP);
    private static final Spec ARM = Spec.of(TOP).forPlatform("linux", "arm64");

    @TempDir
    Path folder;

    @Test
    void readsTheSameChainFromEveryForm() {
        for (Form form : Form.values()) {
            Image image = only(form.write(folder, IMAGE));
            assertThat(image.chainIds())
                    .as("%s", form)
                    .isEqualTo(Image.of(
                                    ImageLayer.builder(BASE.diffId()).build(),
                                    ImageLayer.builder(TOP.diffId()).build())
                            .chainIds());
        }
    }

    @Test
    void readsAFixedLayerToKnownFigures() {
        Image image = only(Form.OCI_ARCHIVE.write(folder, Spec.of(BASE)));
        ImageLayer layer = image.layers().get(0);
        assertThat(layer.contentSize()).contains(DataSize.ofBytes(5));
        assertThat(layer.tarSize()).contains(DataSize.ofBytes(2_048));
        assertThat(layer.compressedSize()).contains(DataSize.ofBytes(2_048));
        assertThat(layer.blob()).contains(BASE.diffId());
        assertThat(layer.storedSize()).isEmpty();
    }

    @Test
    void leavesTheBlobOfAPlainDockerLayerUnknown() {
        for (Form form : List.of(Form.DOCKER, Form.DOCKER_25)) {
            ImageLayer layer = only(form.write(folder, IMAGE)).layers().get(0);
            assertThat(layer.compressedSize()).isEmpty();
            assertThat(layer.blob()).isEmpty();
        }
    }

    @Test
    void readsSeveralImagesThatShareALayer() {
        Spec other = Spec.of(BASE).tagged("base:1", "base:latest");
        for (Form form : Form.values()) {
            assertThat(read(form.write(folder, IMAGE, other)))
                    .extracting(Binaries::name)
                    .containsExactly("app:1", "base:1");
        }
    }

    @Test
    void mergesImagesThatDifferOnlyInTags() {
        ImmutableList<Binaries> read =
                read(ImageFixture.docker(IMAGE, IMAGE.tagged("app:2", "app:1")).writeTar(folder));
        assertThat(read).hasSize(1);
        assertThat(read.get(0).image().orElseThrow().tags()).containsExactly("app:1", "app:2");
    }

    @Test
    void followsSymbolicLinksToLayers() {
        ImageFixture fixture = ImageFixture.docker(IMAGE);
        String path = BASE.diffId().hex() + "/layer.tar";
        fixture.files.put("real/layer.tar", BASE.blob());
        fixture.files.remove(path);
        fixture.symbolicLinks.put(path, "../real/layer.tar");
        assertThat(only(fixture.writeTar(folder)).layers()).hasSize(2);
    }

    @Test
    void followsHardLinksToLayers() {
        ImageFixture fixture = ImageFixture.docker(IMAGE);
        String path = BASE.diffId().hex() + "/layer.tar";
        fixture.files.put("real/layer.tar", BASE.blob());
        fixture.files.remove(path);
        fixture.hardLinks.put(path, "real/layer.tar");
        assertThat(only(fixture.writeTar(folder)).layers()).hasSize(2);
        Path packed = ImageFixture.write(folder.resolve("x"), LayerFixture.pack(fixture.tar(), Packing.GZIP));
        assertThat(only(packed).layers()).hasSize(2);
    }

    @Test
    void leavesBlankNamesOut() {
        ImageFixture docker = ImageFixture.docker(IMAGE.tagged(" ", "\\u001c", ""));
        assertThat(read(docker.writeTar(folder)).get(0).name())
                .isEqualTo(IMAGE.id().hex().substring(0, 12));
        ImageFixture oci = new ImageFixture();
        oci.index(named(oci.manifest(IMAGE), " "));
        assertThat(read(oci.writeTar(folder)).get(0).name())
                .isEqualTo(IMAGE.id().hex().substring(0, 12));
    }

    @Test
    void readsLowerCaseKeysAndNoTags() {
        ImageFixture fixture = ImageFixture.docker(IMAGE);
        fixture.put(
                DockerImages.MANIFEST,
                "[{'config':'%s.json','repoTags':null,'layers':['%s/layer.tar','./%s//layer.tar']}]"
                        .formatted(
                                IMAGE.id().hex(),
                                BASE.diffId().hex(),
                                TOP.diffId().hex()));
        Binaries binaries = read(fixture.writeTar(folder)).get(0);
        assertThat(binaries.name()).isEqualTo(IMAGE.id().hex().substring(0, 12));
        assertThat(binaries.image().orElseThrow().tags()).isEmpty();
    }

    @Test
    void readsALayerThatIsListedTwice() {
        for (Form form : Form.values()) {
            assertThat(only(form.write(folder, Spec.of(BASE, TOP, BASE))).layers())
                    .extracting(ImageLayer::diffId)
                    .containsExactly(BASE.diffId(), TOP.diffId(), BASE.diffId());
        }
    }

    /** The name begins with the mark of bzip2. */
    @Test
    void takesNoNameOfAFileForACompression() {
        LayerFixture bzip2 = LayerFixture.of(file("BZh91AY", "plain"));
        assertThat(only(Form.DOCKER.write(folder, Spec.of(bzip2))).layers()).hasSize(1);
        assertThat(only(Form.OCI_DIRECTORY.write(folder, Spec.of(bzip2))).layers())
                .hasSize(1);
    }

    @Test
    void readsAnImageWithoutLayers() {
        for (Form form : Form.values()) {
            assertThat(only(form.write(folder, Spec.of())).layers()).isEmpty();
        }
    }

    @Test
    void takesTheLastEntryOfAPath() throws IOException {
        byte[] tar = ImageFixture.docker(IMAGE).tar();
        ImageFixture before = new ImageFixture().put(DockerImages.MANIFEST, "[]");
        byte[] first = before.tar();
        byte[] both = new byte[1024 + tar.length];
        System.arraycopy(first, 0, both, 0, 1024);
        System.arraycopy(tar, 0, both, 1024, tar.length);
        assertThat(only(ImageFixture.write(folder.resolve("images.tar"), both)).layers())
                .hasSize(2);
    }

    @Test
    void namesByRefNameFileAndId() {
        ImageFixture fixture = new ImageFixture();
        String image = fixture.manifest(IMAGE);
        fixture.index(named(image, "1.0"));
        assertThat(read(fixture.writeTar(folder)).get(0).name()).isEqualTo("images:1.0");
        fixture.index(named(image, "registry.example/app:1"));
        Binaries full = read(fixture.writeTar(folder)).get(0);
        assertThat(full.name()).isEqualTo("registry.example/app:1");
        assertThat(full.image().orElseThrow().tags()).containsExactly("registry.example/app:1");
        fixture.index(image);
        assertThat(read(fixture.writeTar(folder)).get(0).name())
                .isEqualTo(IMAGE.id().hex().substring(0, 12));
        fixture.index(
                image.replaceFirst(
                        "\\{",
                        "{'annotations':{'io.containerd.image.name':'docker.io/library/app:1','org.opencontainers.image.ref.name':'1'},"));
        assertThat(read(fixture.writeTar(folder)).get(0).name()).isEqualTo("docker.io/library/app:1");
    }

    @Test
    void choosesThePlatformInNestedIndexes() {
        ImageFixture fixture = new ImageFixture();
        String amd64 = onPlatform(fixture.manifest(IMAGE), "linux", "amd64");
        String arm64 = onPlatform(fixture.manifest(ARM), "linux", "arm64");
        String attestation =
                onPlatform(fixture.blob(bytes("{'never':'read'}"), ImageFixture.OCI_MANIFEST), "unknown", "unknown");
        String inner = fixture.blob(index(arm64, attestation, amd64), ImageFixture.OCI_INDEX);
        String unnamed = inner.replace("'mediaType':'" + ImageFixture.OCI_INDEX + "',", "");
        fixture.index(fixture.blob(index(unnamed), ImageFixture.OCI_INDEX));
        Path path = fixture.writeTar(folder);
        assertThat(only(path).id()).contains(IMAGE.id());
        Image preferred = ImageReader.create()
                .forPlatform(Platform.LINUX_ARM64)
                .read(path)
                .get(0)
                .image()
                .orElseThrow();
        assertThat(preferred.id()).contains(ARM.id());
        assertThat(preferred.platform()).contains(Platform.LINUX_ARM64);
    }

    @Test
    void takesTheOnlyImageOfAnIndex() {
        ImageFixture fixture = new ImageFixture();
        String arm64 = onPlatform(fixture.manifest(ARM), "linux", "arm64");
        String absent = onPlatform(
                "{'mediaType':'%s','digest':'%s','size':3}"
                        .formatted(ImageFixture.OCI_MANIFEST, Digest.sha256("absent")),
                "linux",
                "s390x");
        fixture.index(fixture.blob(index(absent, arm64), ImageFixture.OCI_INDEX));
        assertThat(only(fixture.writeTar(folder)).id()).contains(ARM.id());
    }

    @Test
    void findsThePlatformInTheConfigurationWhereTheIndexDoesNotSay() {
        ImageFixture fixture = new ImageFixture();
        String index = fixture.blob(index(fixture.manifest(ARM), fixture.manifest(IMAGE)), ImageFixture.OCI_INDEX);
        fixture.index(index);
        assertThat(only(fixture.writeTar(folder)).id()).contains(IMAGE.id());
    }

    @Test
    void leavesArtifactsOut() {
        ImageFixture fixture = new ImageFixture();
        String image = fixture.manifest(IMAGE);
        String empty = fixture.blob(bytes("{}"), "application/vnd.oci.empty.v1+json");
        String artifact = fixture.blob(
                bytes("{'schemaVersion':2,'artifactType':'application/example','config':" + empty + ",'layers':["
                        + empty + "]}"),
                ImageFixture.OCI_MANIFEST);
        String unknown = fixture.blob(bytes("{}"), "application/example");
        fixture.index(artifact, unknown, image);
        assertThat(only(fixture.writeTar(folder)).id()).contains(IMAGE.id());
    }

    @Test
    void readsDockersMediaTypesAndDownloadedForeignLayers() {
        ImageFixture fixture = new ImageFixture();
        String config = fixture.blob(Spec.of(BASE, TOP).config(), "application/vnd.docker.container.image.v1+json");
        String base = fixture.blob(
                BASE.packed(Packing.GZIP).blob(), "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip");
        String top = fixture.blob(TOP.packed(Packing.GZIP).blob(), "application/vnd.docker.image.rootfs.diff.tar.gzip");
        fixture.index(fixture.blob(
                bytes("{'schemaVersion':2,'config':" + config + ",'layers':[" + base + "," + top + "]}"),
                "application/vnd.docker.distribution.manifest.v2+json"));
        assertThat(only(fixture.writeTar(folder)).layers()).hasSize(2);
    }

    @Test
    void readsSha512Digests() {
        ImageFixture fixture = new ImageFixture();
        String path = BASE.diffId().hex() + "/layer.tar";
        Digest diffId = MeteredStream.digestOf(BASE.tar(), "sha512");
        byte[] config = bytes("{'os':'windows','architecture':'amd64','rootfs':{'diff_ids':['" + diffId + "','"
                + BASE.diffId() + "']}}");
        fixture.putBytes(path, BASE.tar())
                .putBytes("config.json", config)
                .put(DockerImages.MANIFEST, "[{'Config':'config.json','Layers':['" + path + "','" + path + "']}]");
        Image image = only(fixture.writeTar(folder));
        assertThat(image.layers()).extracting(ImageLayer::diffId).containsExactly(diffId, BASE.diffId());
        assertThat(image.platform())
                .hasValueSatisfying(p -> assertThat(p.family()).isEqualTo(OsFamily.WINDOWS));
    }

    @Test
    void readsTheArchiveOfALayoutWithoutItsVersionFile() {
        ImageFixture fixture = ImageFixture.oci(IMAGE);
        fixture.files.remove("oci-layout");
        assertThat(only(fixture.writeTar(folder)).layers()).hasSize(2);
    }

    @Test
    void followsLinksThatStayInsideALayoutDirectory() throws IOException {
        ImageFixture fixture = ImageFixture.oci(IMAGE);
        Path layout = fixture.writeInto(Files.createDirectory(folder.resolve("layout")));
        Path blob = layout.resolve("blobs/sha256/" + BASE.diffId().hex());
        Files.move(blob, layout.resolve("elsewhere"));
        Files.createSymbolicLink(blob, Path.of("../../elsewhere"));
        Path link = Files.createSymbolicLink(folder.resolve("link"), layout);
        assertThat(only(link).layers()).hasSize(2);
    }

    /** A layer of another image is verified but once: a million images of one layer are no million readings. */
    @Test
    void readsEachBlobOnce() {
        Spec[] images = new Spec[40];
        Arrays.setAll(
                images, i -> Spec.of(BASE, TOP).forPlatform("linux", "a" + i).tagged("app:" + i));
        long once = (long) BASE.tar().length + TOP.tar().length;
        long documents = ImageFixture.docker(images).files.entrySet().stream()
                .filter(file -> file.getKey().endsWith(".json"))
                .mapToLong(file -> file.getValue().length)
                .sum();
        ReadLimits tight = ReadLimits.defaults().with(ReadLimits.Limit.TOTAL_BYTES, once + documents);
        assertThat(ImageReader.create()
                        .withLimits(tight)
                        .read(ImageFixture.docker(images).writeTar(folder)))
                .hasSize(40);
    }

    private static byte[] index(String... manifests) {
        return bytes("{'schemaVersion':2,'manifests':[" + String.join(",", manifests) + "]}");
    }

    private static ImmutableList<Binaries> read(Path path) {
        return ImageReader.create().read(path);
    }

    private static Image only(Path path) {
        ImmutableList<Binaries> read = read(path);
        assertThat(read).hasSize(1);
        return read.get(0).image().orElseThrow();
    }
}
