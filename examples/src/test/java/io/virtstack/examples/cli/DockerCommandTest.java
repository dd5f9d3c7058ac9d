package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ObjectArrays;
import io.virtstack.examples.Printed;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DockerCommandTest {
    @SuppressWarnings("NullAway.Init")
    private EngineOnLoopback engine;

    @BeforeEach
    void start() throws IOException {
        engine = EngineOnLoopback.start();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void printsTheFootprintWhatIsSharedAndWhatVirtualMachinesWouldCost() {
        Outcome outcome = Outcome.of("docker", "--host", engine.uri());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(Printed.lines(outcome.out()))
                .containsSubsequence(
                        "What the machine costs as it is:",
                        "Its images, whose layers take 3.5 kB together, each layer stored once:",
                        "image size shared unique containers",
                        "base:1, base:latest 3 kB 3 kB 0 B 0",
                        "b".repeat(12) + " 3.5 kB 3 kB 500 B 2",
                        "As it is, and with each container in a virtual machine of its own:",
                        "virtual machines 0 2 +2 –",
                        "containers 2 0 -2 0.00",
                        "Assumed or left out:")
                .last()
                .asString()
                .contains(
                        "like debian-12 with 700 MB of disk, 180 MB of memory and 50m of CPU",
                        "a hypervisor with 200 MB of disk, 100 MB of memory and 100m of CPU",
                        "source: ",
                        "not measured");
    }

    @Test
    void takesWhatIsKnownOfVirtualMachines() throws IOException {
        JsonNode document = json("--guest-disk", "1 GB", "--hypervisor-memory", "0B", "--guest-cpu", "0");

        assertThat(document.at("/asVirtualMachines/diskBytes").longValue())
                .isEqualTo(200_000_000 + 2 * (1_000_000_000L + 3_500));
        assertThat(document.at("/asVirtualMachines/memoryBytes").longValue()).isEqualTo(180_000_000 + 5_000);
        assertThat(document.at("/asVirtualMachines/cpuMillis").longValue()).isEqualTo(100);
        assertThat(document.get("notes"))
                .last()
                .asString()
                .contains("like debian-12 with 1 GB of disk, 180 MB of memory and 0 of CPU", "as stated, else");
    }

    @Test
    void hasExactlyTheDocumentedKeys() throws IOException {
        JsonNode document = json();

        assertThat(keys(document))
                .containsExactly("imagesDiskBytes", "images", "containers", "footprint", "asVirtualMachines", "notes");
        assertThat(document.get("images"))
                .hasSize(2)
                .allSatisfy(image -> assertThat(keys(image))
                        .containsExactly("id", "tags", "sizeBytes", "sharedBytes", "uniqueBytes", "containers"));
        assertThat(document.get("containers"))
                .hasSize(2)
                .allSatisfy(container -> assertThat(keys(container))
                        .containsExactly("id", "image", "writableBytes", "rootFsBytes", "memoryBytes"));
        JsonNode ofFootprint = new ObjectMapper()
                .readTree(Outcome.of("footprint", "--json").out())
                .get("containers");
        assertThat(keys(document.get("footprint"))).isEqualTo(keys(ofFootprint));
        assertThat(keys(document.get("asVirtualMachines"))).isEqualTo(keys(ofFootprint));
    }

    @Test
    void tellsToTheByteWhatTheEngineKnowsAndNullWhereItDoesNot() throws IOException {
        JsonNode document = json();

        assertThat(document.get("imagesDiskBytes").longValue()).isEqualTo(EngineOnLoopback.LAYERS);
        assertThat(document.at("/images/0").toString())
                .isEqualTo("{\"id\":\"" + EngineOnLoopback.BASE
                        + "\",\"tags\":[\"base:1\",\"base:latest\"],\"sizeBytes\":3000,\"sharedBytes\":3000,"
                        + "\"uniqueBytes\":0,\"containers\":0}");
        assertThat(document.at("/images/1/tags")).isEmpty();
        assertThat(document.at("/containers/0").toString())
                .isEqualTo("{\"id\":\"" + EngineOnLoopback.RUNNING + "\",\"image\":\"" + EngineOnLoopback.TOP
                        + "\",\"writableBytes\":7,\"rootFsBytes\":3507,\"memoryBytes\":5000}");
        assertThat(document.at("/containers/1").toString())
                .isEqualTo("{\"id\":\"" + EngineOnLoopback.STOPPED + "\",\"image\":\"" + EngineOnLoopback.TOP
                        + "\",\"writableBytes\":null,\"rootFsBytes\":null,\"memoryBytes\":null}");
        assertThat(document.at("/footprint/diskBytes").longValue()).isEqualTo(3_507);
        // host and daemon, and what the stopped container has written
        assertThat(document.at("/footprint/unknown/disk").longValue()).isEqualTo(3);
        assertThat(document.at("/footprint/memoryBytes").longValue()).isEqualTo(5_000);
        assertThat(document.at("/asVirtualMachines/diskBytes").longValue())
                .isEqualTo(200_000_000 + 2 * (700_000_000L + 3_500));
        assertThat(document.at("/asVirtualMachines/memoryBytes").longValue())
                .isEqualTo(100_000_000 + 180_000_000 + 5_000);
        assertThat(document.get("notes")).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///nowhere/docker.sock, unix:///nowhere/docker.sock GET /version: docker.reachable: , start the engine",
        "ssh://host, docker.address: , forward the engine's socket",
        "nonsense, docker.address: , state unix:///path/of/docker.sock"
    })
    void saysInOneLineWhereItLookedAndWhatToDo(String host, String what, String remedy) {
        Outcome outcome = Outcome.of("docker", "--json", "--host", host);

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(Printed.lines(outcome.err()))
                .singleElement()
                .asString()
                .startsWith("virtstack: " + host)
                .contains(what, remedy, "--host", "DOCKER_HOST")
                .doesNotContain("com.github", "java.");
    }

    @Test
    void printsNothingOfAnEngineThatBreaksOff() {
        engine.close();

        Outcome outcome = Outcome.of("docker", "--host", engine.uri());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(engine.uri(), "docker.reachable");
    }

    private JsonNode json(String... options) throws IOException {
        Outcome outcome = Outcome.of(
                ObjectArrays.concat(new String[] {"docker", "--json", "--host", engine.uri()}, options, String.class));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static ImmutableList<String> keys(JsonNode object) {
        return ImmutableList.copyOf(object.fieldNames());
    }
}
