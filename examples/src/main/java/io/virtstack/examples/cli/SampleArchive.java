package io.virtstack.examples.cli;

import com.google.common.hash.Hashing;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** A small real archive, as {@code docker save} writes it: two images that share two of their three layers. */
final class SampleArchive implements Closeable {
    private final Path folder;

    private SampleArchive(Path folder) {
        this.folder = folder;
    }

    static SampleArchive create() throws IOException {
        SampleArchive archive = new SampleArchive(Files.createTempDirectory("virtstack-sample"));
        try {
            archive.write();
        } catch (IOException e) {
            archive.close();
            throw e;
        }
        return archive;
    }

    Path path() {
        return folder.resolve("sample.tar");
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path());
        Files.deleteIfExists(folder);
    }

    private void write() throws IOException {
        byte[] system = layer("etc/os-release", 200, "usr/lib/libc.so.6", 1_900_000, "usr/bin/sh", 130_000);
        byte[] python = layer("usr/bin/python3.12", 6_800_000, "usr/lib/python3.12/site.py", 24_000);
        byte[] orders = layer("app/orders.py", 310_000);
        byte[] billing = layer("app/billing.py", 420_000, "app/tax-tables.csv", 1_250_000);
        Map<String, byte[]> entries = new LinkedHashMap<>();
        String manifest = "[" + image("shop/orders:1.0", entries, system, python, orders) + ","
                + image("shop/billing:1.0", entries, system, python, billing) + "]";
        entries.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        Files.write(path(), tar(entries));
    }

    private static String image(String tag, Map<String, byte[]> entries, byte[]... layers) {
        String diffIds = Stream.of(layers)
                .map(layer -> "\"sha256:" + sha256(layer) + "\"")
                .collect(Collectors.joining(","));
        byte[] config = ("{\"os\":\"linux\",\"architecture\":\"amd64\",\"rootfs\":{\"type\":\"layers\",\"diff_ids\":["
                        + diffIds + "]}}")
                .getBytes(StandardCharsets.UTF_8);
        for (byte[] layer : layers) {
            entries.put(sha256(layer) + "/layer.tar", layer);
        }
        entries.put(sha256(config) + ".json", config);
        String paths = Stream.of(layers)
                .map(layer -> "\"" + sha256(layer) + "/layer.tar\"")
                .collect(Collectors.joining(","));
        return "{\"Config\":\"" + sha256(config) + ".json\",\"RepoTags\":[\"" + tag + "\"],\"Layers\":[" + paths + "]}";
    }

    /** {@return the tar of a layer with these files, each a path followed by its size} */
    private static byte[] layer(Object... pathsAndSizes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (int i = 0; i < pathsAndSizes.length; i += 2) {
            byte[] content = new byte[(Integer) pathsAndSizes[i + 1]];
            Arrays.fill(content, (byte) '.');
            files.put((String) pathsAndSizes[i], content);
        }
        return tar(files);
    }

    private static byte[] tar(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, StandardCharsets.UTF_8.name())) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
                entry.setSize(file.getValue().length);
                entry.setModTime(0); // so that every sample has the same layers
                tar.putArchiveEntry(entry);
                tar.write(file.getValue());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static String sha256(byte[] content) {
        return Hashing.sha256().hashBytes(content).toString();
    }
}
