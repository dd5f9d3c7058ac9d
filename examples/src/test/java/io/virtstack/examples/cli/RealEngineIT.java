package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.virtstack.docker.OwnEngine;
import io.virtstack.docker.TangledImages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the jar says of a real engine, beside what that says itself. Run by the profile {@code real} only, as root. */
class RealEngineIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void theCommandDockerSaysWhatTheEngineSays() throws Exception {
        try (OwnEngine engine = OwnEngine.start(folder)) {
            new TangledImages(engine, folder).make();
            JsonNode usage = engine.get("/system/df");

            Outcome outcome = Outcome.ofJar(
                    folder,
                    List.of(),
                    "docker",
                    "--json",
                    "--host",
                    engine.uri().toString());

            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
            assertThat(outcome.err()).isEmpty();
            JsonNode document = new ObjectMapper().readTree(outcome.out());
            assertThat(document.get("imagesDiskBytes")).isEqualTo(usage.get("LayersSize"));
            assertThat(images(document)).isEqualTo(imagesOf(usage)).hasSizeGreaterThanOrEqualTo(25);
            assertThat(containers(document)).isEqualTo(containersOf(usage)).hasSizeGreaterThanOrEqualTo(10);
            assertThat(document.at("/footprint/applications").longValue())
                    .isEqualTo(usage.get("Containers").size());
            assertThat(document.at("/asVirtualMachines/applications"))
                    .isEqualTo(document.at("/footprint/applications"));
        }
    }

    private static Map<String, List<Long>> images(JsonNode document) {
        Map<String, List<Long>> images = new TreeMap<>();
        for (JsonNode image : document.get("images")) {
            images.put(
                    image.get("id").textValue(),
                    List.of(
                            image.get("sizeBytes").longValue(),
                            image.get("sharedBytes").longValue(),
                            image.get("uniqueBytes").longValue(),
                            image.get("containers").longValue()));
        }
        return images;
    }

    private static Map<String, List<Long>> imagesOf(JsonNode usage) {
        Map<String, List<Long>> images = new TreeMap<>();
        for (JsonNode image : usage.get("Images")) {
            long size = image.get("Size").longValue();
            long shared = image.get("SharedSize").longValue();
            images.put(
                    image.get("Id").textValue(),
                    List.of(size, shared, size - shared, image.get("Containers").longValue()));
        }
        return images;
    }

    private static Map<String, List<Long>> containers(JsonNode document) {
        Map<String, List<Long>> containers = new TreeMap<>();
        for (JsonNode container : document.get("containers")) {
            containers.put(
                    container.get("id").textValue(),
                    List.of(
                            container.get("writableBytes").longValue(),
                            container.get("rootFsBytes").longValue()));
        }
        return containers;
    }

    private static Map<String, List<Long>> containersOf(JsonNode usage) {
        Map<String, List<Long>> containers = new TreeMap<>();
        for (JsonNode container : usage.get("Containers")) {
            containers.put(
                    container.get("Id").textValue(),
                    List.of(
                            container.path("SizeRw").asLong(0),
                            container.get("SizeRootFs").longValue()));
        }
        return containers;
    }
}
