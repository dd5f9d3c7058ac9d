package io.virtstack.inventory.container;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files, where the system property {@code virtstack.corpus} names a folder of them. */
class ContainerCorpusTest {
    @ParameterizedTest
    @CsvSource({
        "docker-image-inspect, 11, 11",
        "docker-container-inspect, 9, 9",
        "docker-info, 10, 10",
        "docker-system-df, 6, 6",
        "compose, 230, 203",
        "k8s, 367, 356"
    })
    void readsOrRefusesEachFile(String kind, int files, int atLeastRead) throws IOException {
        String corpus = System.getProperty("virtstack.corpus", "");
        if (corpus.isEmpty()) {
            System.out.println("no corpus here: set virtstack.corpus to a folder of real files");
            return;
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Path path : regularFiles(Path.of(corpus, kind))) {
            String outcome = outcome(path);
            System.out.println(outcome + " | " + Path.of(corpus).relativize(path));
            counts.merge(outcome.replaceFirst(" \\(.*", ""), 1, Integer::sum);
        }
        System.out.println(kind + " " + counts);
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(files);
        assertThat(counts.keySet()).noneMatch(outcome -> outcome.startsWith("failed"));
        assertThat(counts.entrySet().stream()
                        .filter(count -> count.getKey().startsWith("read "))
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .isGreaterThanOrEqualTo(atLeastRead);
    }

    private static String outcome(Path path) {
        try {
            InventoryFile file = Inventory.readEach(path).files().get(0);
            return file.error()
                    .map(ContainerCorpusTest::refused)
                    .orElseGet(() -> "read " + file.kind().orElse("?") + " ("
                            + file.layers().size() + " layers, " + file.notes().size() + " notes)");
        } catch (RuntimeException | Error e) {
            return "failed " + e;
        }
    }

    private static String refused(InventoryException error) {
        assertThat(error.getMessage()).contains(error.rule().id());
        return "refused " + error.rule().id() + " (" + error.getMessage() + ")";
    }

    private static ImmutableList<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().collect(ImmutableList.toImmutableList());
        }
    }
}
