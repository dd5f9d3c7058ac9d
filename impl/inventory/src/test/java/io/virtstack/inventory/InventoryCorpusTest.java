package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Real files, where the system property {@code virtstack.corpus} names a folder of them, in one folder for each kind. */
class InventoryCorpusTest {
    /** At least so many files of each kind are read; the others are malformed, or describe nothing that can be a layer. */
    private static final ImmutableMap<String, Integer> READ = ImmutableMap.of(
            "os-release",
            275,
            "lscpu",
            10,
            "lsblk",
            15,
            "qemu-img-info",
            15,
            "libvirt",
            384,
            "libvirt-other",
            0,
            "ovf",
            202);

    @Test
    void readsOrRefusesEveryFile() throws IOException {
        String corpus = System.getProperty("virtstack.corpus", "");
        if (corpus.isEmpty()) {
            System.out.println("no corpus here: set virtstack.corpus to a folder of real files");
            return;
        }
        Map<String, Map<String, Integer>> table = new TreeMap<>();
        for (String kind : READ.keySet()) {
            for (Path file : regularFiles(Path.of(corpus, kind))) {
                InventoryFile read = Inventory.readEach(file).files().get(0);
                String outcome = read.error()
                        .map(error -> "refused " + error.rule().id())
                        .orElseGet(() -> "read as " + read.kind().orElse(""));
                table.computeIfAbsent(kind, none -> new TreeMap<>()).merge(outcome, 1, Integer::sum);
                read.error().ifPresent(error -> System.out.println(error.getMessage()));
            }
        }
        table.forEach((kind, outcomes) -> System.out.println(kind + " " + outcomes));
        READ.forEach((kind, least) -> assertThat(table.getOrDefault(kind, Map.of()).entrySet().stream()
                        .filter(outcome -> outcome.getKey().startsWith("read"))
                        .mapToInt(Map.Entry::getValue)
                        .sum())
                .as(kind)
                .isGreaterThanOrEqualTo(least));
    }

    private static ImmutableList<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().collect(ImmutableList.toImmutableList());
        }
    }
}
