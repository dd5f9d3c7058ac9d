package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** The files of an image archive or layout, to be flawed by a test and then written as an archive or a directory. */
final class ImageFixture {
    static final String OCI_MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    static final String OCI_CONFIG = "application/vnd.oci.image.config.v1+json";

    /** An image: its layers, platform and tags. */
    record Spec(ImmutableList<LayerFixture> layers, String os, String architecture, ImmutableList<String> tags) {
        static Spec of(LayerFixture... layers) {
            return new Spec(ImmutableList.copyOf(layers), "linux", "amd64", ImmutableList.of("app:1"));
        }

        Spec forPlatform(String os, String architecture) {
            return new Spec(layers, os, architecture, tags);
        }

        Spec tagged(String... tags) {
            return new Spec(layers, os, architecture, ImmutableList.copyOf(tags));
        }

        byte[] config() {
            return bytes("{'architecture':'%s','os':'%s','config':{},'rootfs':{'type':'layers','diff_ids':[%s]}}"
                    .formatted(
                            architecture,
                            os,
                            layers.stream()
                                    .map(layer -> "'" + layer.diffId() + "'")
                                    .collect(Collectors.joining(","))));
        }

        Digest id() {
            return MeteredStream.digestOf(config(), "sha256");
        }
    }

    final Map<String, byte[]> files = new LinkedHashMap<>();
    final Map<String, String> symbolicLinks = new LinkedHashMap<>();
    final Map<String, String> hardLinks = new LinkedHashMap<>();

    /** {@return what docker save wrote until version 24} */
    static ImageFixture docker(Spec... images) {
        ImageFixture fixture = new ImageFixture();
        List<String> entries = new ArrayList<>();
        for (Spec image : images) {
            List<String> layers = new ArrayList<>();
            for (LayerFixture layer : image.layers()) {
                String path = MeteredStream.digestOf(layer.blob(), "sha256").hex() + "/layer.tar";
                fixture.files.put(path, layer.blob());
                layers.add(path);
            }
            String config = image.id().hex() + ".json";
            fixture.files.put(config, image.config());
            entries.add(
                    "{'Config':'%s','RepoTags':%s,'Layers':%s}".formatted(config, array(image.tags()), array(layers)));
        }
        return fixture.put(DockerImages.MANIFEST, "[" + String.join(",", entries) + "]");
    }

    /** {@return what docker save writes since version 25: an OCI layout with a manifest.json beside} */
    static ImageFixture docker25(Spec... images) {
        ImageFixture fixture = oci(images);
        List<String> entries = new ArrayList<>();
        for (Spec image : images) {
            entries.add("{'Config':'blobs/sha256/%s','RepoTags':%s,'Layers':%s}"
                    .formatted(
                            image.id().hex(),
                            array(image.tags()),
                            array(image.layers().stream()
                                    .map(layer -> "blobs/sha256/"
                                            + MeteredStream.digestOf(layer.blob(), "sha256")
                                                    .hex())
                                    .toList())));
        }
        return fixture.put(DockerImages.MANIFEST, "[" + String.join(",", entries) + "]");
    }

    /** {@return an OCI layout that lists each image} */
    static ImageFixture oci(Spec... images) {
        ImageFixture fixture = new ImageFixture();
        List<String> entries = new ArrayList<>();
        for (Spec image : images) {
            String manifest = fixture.manifest(image);
            if (image.tags().isEmpty()) {
                entries.add(manifest);
            }
            image.tags().forEach(tag -> entries.add(named(manifest, tag)));
        }
        return fixture.index(entries.toArray(String[]::new));
    }

    /** {@return a descriptor with a name} */
    static String named(String descriptor, String refName) {
        return descriptor.replaceFirst(
                "\\{", "{'annotations':{'org.opencontainers.image.ref.name':'" + refName + "'},");
    }

    /** {@return a descriptor with a platform} */
    static String onPlatform(String descriptor, String os, String architecture) {
        return descriptor.replaceFirst("\\{", "{'platform':{'os':'" + os + "','architecture':'" + architecture + "'},");
    }

    /** Writes the top index. */
    ImageFixture index(String... descriptors) {
        put("oci-layout", "{'imageLayoutVersion':'1.0.0'}");
        return put(OciImages.INDEX, "{'schemaVersion':2,'manifests':[" + String.join(",", descriptors) + "]}");
    }

    /** Adds an image's blobs. {@return the descriptor of its manifest} */
    String manifest(Spec image) {
        String config = blob(image.config(), OCI_CONFIG);
        List<String> layers = new ArrayList<>();
        for (LayerFixture layer : image.layers()) {
            layers.add(blob(
                    layer.blob(),
                    switch (layer.packing()) {
                        case PLAIN -> "application/vnd.oci.image.layer.v1.tar";
                        case ZSTD -> "application/vnd.oci.image.layer.v1.tar+zstd";
                        default -> "application/vnd.oci.image.layer.v1.tar+gzip";
                    }));
        }
        return blob(
                bytes("{'schemaVersion':2,'mediaType':'" + OCI_MANIFEST + "','config':" + config + ",'layers':["
                        + String.join(",", layers) + "]}"),
                OCI_MANIFEST);
    }

    /** Adds a blob. {@return its descriptor} */
    String blob(byte[] content, String mediaType) {
        Digest digest = MeteredStream.digestOf(content, "sha256");
        files.put("blobs/sha256/" + digest.hex(), content);
        return "{'mediaType':'%s','digest':'%s','size':%d}".formatted(mediaType, digest, content.length);
    }

    /** Adds a document, in which apostrophes stand for quotation marks. */
    ImageFixture put(String path, String json) {
        files.put(path, bytes(json));
        return this;
    }

    ImageFixture putBytes(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    /** {@return the path of the only file whose name ends so} */
    String pathOf(String end) {
        return files.keySet().stream()
                .filter(path -> path.endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    byte[] tar() {
        return tar("");
    }

    byte[] tar(String prefix) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            links(tar, prefix, symbolicLinks, TarConstants.LF_SYMLINK);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(
                        prefix + file.getKey(),
                        file.getKey().endsWith("/") ? TarConstants.LF_DIR : TarConstants.LF_NORMAL,
                        true);
                entry.setSize(file.getValue().length);
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
            links(tar, prefix, hardLinks, TarConstants.LF_LINK);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path writeTar(Path folder) {
        return write(folder.resolve("images.tar"), tar());
    }

    /** Writes the files into a folder. */
    Path writeInto(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.resolve("..").normalize());
                Files.write(path, file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return folder;
    }

    static Path write(Path path, byte[] content) {
        try {
            return Files.write(path, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static void links(TarArchiveOutputStream tar, String prefix, Map<String, String> links, byte type)
            throws IOException {
        for (Map.Entry<String, String> link : links.entrySet()) {
            TarArchiveEntry entry = new TarArchiveEntry(prefix + link.getKey(), type, true);
            entry.setLinkName(link.getValue());
            tar.putArchiveEntry(entry);
            tar.closeArchiveEntry();
        }
    }

    private static String array(List<String> texts) {
        return texts.stream().map(text -> "'" + text + "'").collect(Collectors.joining(",", "[", "]"));
    }
}
