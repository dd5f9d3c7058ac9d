package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.source.Reading;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files, where the system property {@code virtstack.corpus} names a folder of them. */
class CorpusTest {
    private static final String ABSENT = "no corpus here: set virtstack.corpus to a folder of real files";

    @Test
    void readsOrRefusesEveryImage() throws IOException {
        String corpus = System.getProperty("virtstack.corpus", "");
        if (corpus.isEmpty()) {
            System.out.println(ABSENT);
            return;
        }
        List<Path> files = new ArrayList<>(regularFiles(Path.of(corpus, "image-tar")));
        regularFiles(Path.of(corpus, "oci-layout")).stream()
                .filter(file -> file.endsWith("oci-layout"))
                .map(file -> file.resolveSibling("").normalize())
                .forEach(files::add);
        Map<String, Integer> outcomes = new TreeMap<>();
        int images = 0;
        for (Path file : files) {
            String outcome;
            try {
                ImmutableList<Binaries> read = ImageReader.create().read(file);
                images += read.size();
                outcome = "read";
            } catch (InventoryException e) {
                outcome = "refused " + e.rule().id();
            } catch (RuntimeException | Error e) {
                outcome = "failed " + e;
            }
            outcomes.merge(outcome, 1, Integer::sum);
            System.out.println(outcome + " | " + Path.of(corpus).relativize(file));
        }
        System.out.println(outcomes + ", images " + images);
        assertThat(outcomes.keySet()).noneMatch(outcome -> outcome.startsWith("failed"));
        assertThat(outcomes.getOrDefault("read", 0)).isGreaterThanOrEqualTo(12);
        assertThat(images).isGreaterThanOrEqualTo(19);
    }

    /** The figures were taken with another program from the same file. */
    @Test
    void readsHelloWorldToKnownFigures() throws IOException {
        String corpus = System.getProperty("virtstack.corpus", "");
        if (corpus.isEmpty()) {
            System.out.println(ABSENT);
            return;
        }
        for (Path file : regularFiles(Path.of(corpus, "image-tar"))) {
            if (file.toString().contains("hello-world.tar") || file.toString().contains("hello-world-prefixed")) {
                ImageLayer layer = ImageReader.create()
                        .read(file)
                        .get(0)
                        .image()
                        .orElseThrow()
                        .layers()
                        .get(0);
                assertThat(layer)
                        .isEqualTo(ImageLayer.builder(Digest.of(
                                        "sha256:e07ee1baac5fae6a26f30cabfe54a36d3402f96afda318fe0a96cec4ca393359"))
                                .contentSize(DataSize.ofBytes(13_256))
                                .tarSize(DataSize.ofBytes(14_848))
                                .compressedSize(DataSize.ofBytes(2_479))
                                .blob(Digest.of(
                                        "sha256:2db29710123e3e53a794f2694094b9b4338aa9ee5c40b930cb8063a1be392c54"))
                                .build());
            }
        }
    }

    @Test
    void parsesOrRefusesEveryDocument() throws IOException {
        String corpus = System.getProperty("virtstack.corpus", "");
        if (corpus.isEmpty()) {
            System.out.println(ABSENT);
            return;
        }
        Map<String, Integer> outcomes = new TreeMap<>();
        for (Path file : regularFiles(Path.of(corpus, "oci-json"))) {
            String outcome;
            try {
                outcome = parse(file);
            } catch (InventoryException e) {
                outcome = "refused " + e.rule().id();
            } catch (RuntimeException | Error e) {
                outcome = "failed " + e;
            }
            outcomes.merge(outcome, 1, Integer::sum);
            System.out.println(outcome + " | " + file.getFileName());
        }
        System.out.println(outcomes);
        assertThat(outcomes.keySet()).noneMatch(outcome -> outcome.startsWith("failed"));
        assertThat(outcomes).containsKeys("IMAGE", "INDEX", "ARTIFACT", "CONFIG");
    }

    private static String parse(Path file) throws IOException {
        Reading reading = new Reading(file, ReadLimits.defaults());
        Json json = Json.parse(Files.readAllBytes(file), file.toString(), reading);
        if (json.find("rootfs").isPresent()) {
            ImageConfig.of(json);
            return "CONFIG";
        }
        return ImageManifest.of(json, "").kind().toString();
    }

    private static ImmutableList<Path> regularFiles(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return ImmutableList.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().collect(ImmutableList.toImmutableList());
        }
    }
}
