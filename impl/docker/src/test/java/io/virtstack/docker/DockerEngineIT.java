package io.virtstack.docker;

import com.fasterxml.jackson.databind.JsonNode;
import io.virtstack.AggregationEngine;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.image.Image;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That figures equal those of a real engine, to the byte. Run by the profile {@code real}, as root, with Debian's packages
 * {@code docker.io} and {@code busybox-static} installed.
 */
class DockerEngineIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static OwnEngine engine;

    @SuppressWarnings("NullAway.Init")
    private static DockerReading reading;

    @SuppressWarnings("NullAway.Init")
    private static JsonNode usage;

    @BeforeAll
    static void makeAndRead() throws IOException, InterruptedException {
        engine = OwnEngine.start(folder);
        try {
            new TangledImages(engine, folder).make();
            usage = engine.get("/system/df");
            try (DockerEngine docker = DockerEngine.connect(engine.uri())) {
                reading = docker.read();
            }
        } catch (IOException | InterruptedException | RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    @AfterAll
    static void stop() throws IOException {
        engine.close();
    }

    @Test
    void thereIsEnoughToCompare() {
        assertThat(usage.path("Images")).hasSizeGreaterThanOrEqualTo(25);
        assertThat(usage.path("Containers")).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void imagesTakeWhatTheEngineSays() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (JsonNode image : usage.path("Images")) {
            long size = image.path("Size").longValue();
            long shared = image.path("SharedSize").longValue();
            expected.put(
                    image.path("Id").textValue(),
                    size + " shared " + shared + " unique " + (size - shared) + " containers "
                            + image.path("Containers").longValue());
        }
        Map<String, String> actual = new LinkedHashMap<>();
        for (DockerImage image : reading.images()) {
            actual.put(
                    image.id(),
                    bytes(image.size()) + " shared " + bytes(image.shared()) + " unique " + bytes(image.unique())
                            + " containers " + image.containers());
        }
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void allLayersTogetherTakeWhatTheEngineSays() {
        assertThat(bytes(reading.layersSize()))
                .isEqualTo(usage.path("LayersSize").longValue());
    }

    @Test
    void containersTakeWhatTheEngineSays() {
        Map<String, String> expected = new LinkedHashMap<>();
        for (JsonNode container : usage.path("Containers")) {
            expected.put(
                    container.path("Id").textValue(),
                    container.path("SizeRw").asLong(0) + " of "
                            + container.path("SizeRootFs").longValue() + " on "
                            + container.path("ImageID").textValue());
        }
        Map<String, String> actual = new LinkedHashMap<>();
        for (DockerContainer container : reading.containers()) {
            actual.put(
                    container.id(),
                    bytes(container.writable()) + " of " + bytes(container.rootFs()) + " on "
                            + container.image().orElse(""));
        }
        assertThat(actual).containsExactlyInAnyOrderEntriesOf(expected);
    }

    @Test
    void theFootprintHasTheSameBytes() {
        long written = 0;
        for (JsonNode container : usage.path("Containers")) {
            written += container.path("SizeRw").asLong(0);
        }
        var byKind = AggregationEngine.create().aggregate(reading.machine()).byKind(Figure.DISK);
        assertThat(byKind.row(Category.BINARIES).value())
                .isEqualTo(DataSize.ofBytes(usage.path("LayersSize").longValue()));
        assertThat(byKind.row(Category.BINARIES).isExact()).isTrue();
        System.out.println(byKind);
        System.out.println(reading.notes());
        assertThat(written).isPositive();
    }

    @Test
    void eachLayerTakesWhatIsOnDisk() throws IOException {
        int checked = 0;
        for (Image image : images()) {
            for (int i = 0; i < image.layers().size(); i++) {
                Path entry = engine.data()
                        .resolve("image/overlay2/layerdb/sha256/"
                                + image.chainIds().get(i).digest().hex());
                Optional<DataSize> size = image.layers().get(i).storedSize();
                if (Files.exists(entry) && size.isPresent()) {
                    assertThat(bytes(size)).as(entry.toString()).isEqualTo(onDisk(entry));
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    private static Iterable<Image> images() {
        return below(reading.machine())
                .flatMap(layer -> layer instanceof Binaries binaries ? binaries.image().stream() : Stream.empty())
                .toList();
    }

    private static Stream<Layer> below(Layer layer) {
        return Stream.concat(
                Stream.of(layer), layer.runs().elementSet().stream().flatMap(DockerEngineIT::below));
    }

    private static long onDisk(Path entry) throws IOException {
        String cache = Files.readString(entry.resolve("cache-id")).strip();
        Path diff = engine.data().resolve("overlay2").resolve(cache).resolve("diff");
        Set<Object> seen = new HashSet<>();
        long sum = 0;
        try (Stream<Path> files = Files.walk(diff)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)
                        && seen.add(Files.getAttribute(file, "unix:ino", LinkOption.NOFOLLOW_LINKS))) {
                    sum += (long) Files.getAttribute(file, "unix:size", LinkOption.NOFOLLOW_LINKS);
                }
            }
        }
        return sum;
    }

    private static long bytes(Optional<DataSize> size) {
        return size.map(DataSize::bytes).orElse(-1L);
    }
}
