package io.virtstack.docker;

import io.virtstack.AggregationEngine;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class DockerEngineTest {
    private static final Optional<DataSize> NOTHING = Optional.of(DataSize.ZERO);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    static Stream<Arguments> bothForms() {
        return Stream.of(
                Arguments.of("v1.41", SmallEngine.old()),
                Arguments.of("v1.52", SmallEngine.recent()),
                Arguments.of("v1.52", SmallEngine.recent().with("/version", SmallEngine.version("1.99", "1.44"))));
    }

    @ParameterizedTest
    @MethodSource("bothForms")
    void readsWhatIsThereInTheNewestVersionThatBothSidesKnow(String version, SmallEngine content) throws IOException {
        try (FakeEngine engine = FakeEngine.onTcp(content.answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            assertSmall(docker.read());
            assertThat(engine.requests())
                    .filteredOn(request -> !request.equals("GET /version"))
                    .hasSizeGreaterThan(10)
                    .allSatisfy(request -> assertThat(request).startsWith("GET /" + version + "/"));
        }
    }

    @Test
    @SuppressWarnings("try") // that it can be closed in between is what is tested
    void readsFromASocketAndAgain() throws IOException {
        try (FakeEngine engine = FakeEngine.onSocket(
                        folder.resolve("docker.sock"), SmallEngine.old().answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            DockerReading first = docker.read();
            assertSmall(first);
            docker.close();

            assertThat(docker.read()).isEqualTo(first);
            assertThat(docker).hasToString("DockerEngine at " + engine.uri());
        }
    }

    @Test
    void onlyGets() throws IOException {
        try (FakeEngine engine = FakeEngine.onTcp(SmallEngine.old().answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            docker.read();

            String[] calls = engine.requests().stream()
                    .map(request -> request.replaceAll("[0-9a-f]{64}", "ID").replace("sha256:", ""))
                    .distinct()
                    .toArray(String[]::new);
            assertThat(calls)
                    .containsExactlyInAnyOrder(
                            "GET /version",
                            "GET /v1.41/info",
                            "GET /v1.41/system/df",
                            "GET /v1.41/images/ID/json",
                            "GET /v1.41/images/ID/history",
                            "GET /v1.41/images/ID/get",
                            "GET /v1.41/containers/ID/json",
                            "GET /v1.41/containers/ID/stats?stream=false&one-shot=true");
        }
    }

    @Test
    void theEnvironmentSaysWhere() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        try (FakeEngine engine = FakeEngine.onSocket(
                        folder.resolve("s"), SmallEngine.old().answers());
                // A socket has no TLS, whatever the environment says.
                DockerEngine docker = DockerEngine.ofEnvironment(
                        Map.of(
                                "DOCKER_HOST",
                                engine.uri().toString(),
                                "DOCKER_TLS_VERIFY",
                                "1",
                                "DOCKER_CERT_PATH",
                                nowhere.toString()),
                        DockerOptions.defaults())) {
            assertSmall(docker.read());
        }
    }

    @Test
    void theArchiveOfAnImageIsReadOnlyUpToItsConfiguration() throws IOException {
        SmallEngine content = SmallEngine.old()
                .with("/images/" + SmallEngine.SAVED.id() + "/get", Answer.endless(SmallEngine.SAVED.bytes()));
        try (FakeEngine engine = FakeEngine.onTcp(content.answers());
                DockerEngine docker = DockerEngine.connect(
                        engine.uri(), DockerOptions.defaults().withTimeout(Duration.ofSeconds(20)))) {
            assertSmall(docker.read());
        }
    }

    @Test
    void layersThatNobodyTellsApartAreUnknownButTheirSumIsKnown() throws IOException {
        SmallEngine content = SmallEngine.old()
                // fewer steps than its configuration has, and empty ones on both sides of a full one
                .with(
                        "/images/" + SmallEngine.SAVED.id() + "/history",
                        Answer.json("[{\"Size\":0},{\"Size\":330},{\"Size\":0},{\"Size\":0}]"));
        try (FakeEngine engine = FakeEngine.onTcp(content.answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            DockerReading reading = docker.read();

            assertThat(reading.images().get(2).size()).isEqualTo(size(330));
            assertThat(reading.images().get(2).shared()).isEqualTo(NOTHING);
            assertThat(reading.notes())
                    .anySatisfy(note -> assertThat(note)
                            .contains(SmallEngine.SAVED.id(), "3 layers that its history does not tell apart"));
        }
    }

    @Test
    void aContainerdStoreIsReadWithoutSizesAndSaysWhatItsTotalsInclude() throws IOException {
        SmallEngine content = SmallEngine.recent()
                .with(
                        "/info",
                        Answer.json("{\"NCPU\":4,\"Driver\":\"overlayfs\",\"OSType\":\"linux\",\"DriverStatus\":"
                                + "[[\"driver-type\",\"io.containerd.snapshotter.v1\"]]}"));
        try (FakeEngine engine = FakeEngine.onTcp(content.answers());
                DockerEngine docker = DockerEngine.connect(engine.uri())) {
            DockerReading reading = docker.read();

            assertThat(reading.layersSize()).isEmpty();
            assertThat(reading.images()).hasSize(3).allSatisfy(image -> {
                assertThat(image.size()).isEmpty();
                assertThat(image.unique()).isEmpty();
            });
            // The third shares no layer, whatever its layers take.
            assertThat(reading.images())
                    .extracting(DockerImage::shared)
                    .containsExactly(Optional.empty(), Optional.empty(), NOTHING);
            assertThat(reading.notes())
                    .anySatisfy(note -> assertThat(note)
                            .contains("containerd image store", "compressed blobs", "platforms", "unknown"));
            assertThat(engine.requests()).noneMatch(request -> request.endsWith("/get"));
        }
    }

    private static void assertSmall(DockerReading reading) {
        assertThat(reading.layersSize()).isEqualTo(size(630));
        assertThat(reading.images())
                .extracting(
                        DockerImage::id,
                        DockerImage::layers,
                        DockerImage::containers,
                        DockerImage::size,
                        DockerImage::shared,
                        DockerImage::unique)
                .containsExactly(
                        tuple(SmallEngine.IMAGE, 2, 1L, size(300), size(100), size(200)),
                        tuple(SmallEngine.OTHER, 1, 1L, size(100), size(100), NOTHING),
                        tuple(SmallEngine.SAVED.id(), 3, 0L, size(330), NOTHING, size(330)));
        assertThat(reading.images().get(0).tags()).containsExactly("one:1", "one:latest");
        assertThat(reading.images().get(1).tags()).isEmpty();
        assertThat(reading.containers())
                .extracting(
                        DockerContainer::id,
                        DockerContainer::name,
                        DockerContainer::running,
                        DockerContainer::writable,
                        DockerContainer::rootFs,
                        DockerContainer::memory)
                .containsExactly(
                        tuple(SmallEngine.RUNNING, "web", true, size(7), size(307), size(4_000)),
                        tuple(SmallEngine.STOPPED, "job", false, NOTHING, size(100), Optional.empty()));
        Total<DataSize> images = AggregationEngine.create()
                .aggregate(reading.machine())
                .byKind(Figure.DISK)
                .row(Category.BINARIES);
        assertThat(images.value()).isEqualTo(DataSize.ofBytes(630));
        assertThat(images.isExact()).isTrue();
    }

    private static Optional<DataSize> size(long bytes) {
        return Optional.of(DataSize.ofBytes(bytes));
    }
}
