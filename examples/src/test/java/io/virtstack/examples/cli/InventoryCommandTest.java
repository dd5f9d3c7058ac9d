package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.virtstack.examples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class InventoryCommandTest {
    @TempDir
    private Path folder;

    private Path compose;
    private Path release;
    private Path nonsense;

    @BeforeEach
    void write() throws IOException {
        Path host = Files.createDirectory(folder.resolve("host"));
        compose = Files.writeString(
                host.resolve("anything"),
                "services: {web: {image: nginx, mem_limit: 1m, mem_reservation: 1k, cpus: 1, scale: 2}}\n");
        release = Files.writeString(host.resolve("release"), "ID=debian\nVERSION_ID=12\n");
        nonsense = Files.writeString(folder.resolve("nonsense"), "services: [\n");
    }

    @Test
    void combinesWhatItReads() {
        Outcome outcome =
                Outcome.of("inventory", compose.resolve("..").normalize().toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Printed.lines(outcome.out()))
                .containsSubsequence(
                        compose + ": compose, 1 × binaries",
                        release + ": os-release, 1 × host-os",
                        "What the machine costs:")
                .contains("containers 2");
    }

    @Test
    void oneBadFileDoesNotHideTheOthers() {
        Outcome outcome = Outcome.of("inventory", compose.toString(), nonsense.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out())
                .contains(compose + ": compose", nonsense + ": refused: ", "yaml.syntax", "containers 2");
    }

    @Test
    void saysHowManyMachinesThereAreInWords() throws IOException {
        String nothing = "{\"virtstack\": 1, \"kind\": \"hardware\", \"name\": \"m\"}\n";
        Path one = Files.writeString(folder.resolve("one"), nothing);
        Path two = Files.writeString(folder.resolve("two"), nothing + nothing.replace("\"m\"", "\"n\""));

        assertThat(Printed.lines(Outcome.of("inventory", one.toString()).out()))
                .containsSubsequence("What the machine costs:", "nothing: no software is on it");
        assertThat(Outcome.of("inventory", two.toString()).out()).contains("What the 2 machines cost together:");
        assertThat(Outcome.of("inventory", nonsense.toString()).out())
                .contains("There is no machine in what could be read.")
                .doesNotContain("cost");
    }

    @Test
    void readsTheMachineThatItRunsOn() throws IOException {
        Outcome outcome = Outcome.of("inventory", "--json", "--this-machine");

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(document.at("/files/0/kind").textValue()).isEqualTo("this-machine");
        assertThat(document.at("/footprint/operatingSystems").longValue()).isEqualTo(1);
    }

    @Test
    void hasExactlyTheDocumentedKeys() throws IOException {
        Outcome outcome =
                Outcome.of("inventory", "--json", compose.toString(), release.toString(), nonsense.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.err()).isEmpty();
        JsonNode document = new ObjectMapper().readTree(outcome.out());
        assertThat(keys(document)).containsExactly("files", "notes", "footprint");
        assertThat(document.get("files"))
                .hasSize(3)
                .allSatisfy(file -> assertThat(keys(file))
                        .containsExactly("path", "kind", "status", "layers", "notes", "error", "footprint"));
        assertThat(document.at("/files/0/status").textValue()).isEqualTo("read");
        assertThat(document.at("/files/0/kind").textValue()).isEqualTo("compose");
        assertThat(document.at("/files/0/layers/0/kind").textValue()).isEqualTo("binaries");
        assertThat(document.at("/files/0/footprint/memoryBytes").longValue()).isEqualTo(2_048);
        assertThat(document.at("/files/0/error").isNull()).isTrue();
        assertThat(document.at("/files/2/status").textValue()).isEqualTo("refused");
        assertThat(document.at("/files/2/error").textValue()).contains("yaml.syntax");
        assertThat(document.at("/files/2/footprint").isNull()).isTrue();
        assertThat(document.at("/footprint/memoryBytes").longValue()).isEqualTo(2_048);
        assertThat(document.at("/footprint/unknown/disk").longValue()).isPositive();
        assertThat(document.at("/notes/0/reason").textValue()).isNotBlank();
    }

    private static ImmutableList<String> keys(JsonNode object) {
        return ImmutableList.copyOf(object.fieldNames());
    }
}
