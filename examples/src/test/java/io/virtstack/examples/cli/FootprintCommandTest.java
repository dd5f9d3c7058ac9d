package io.virtstack.examples.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableList;
import io.virtstack.examples.Printed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class FootprintCommandTest {
    /** What the two images of the sample share: a system and Python. */
    private static final long SHARED = 200 + 1_900_000 + 130_000 + 6_800_000 + 24_000;

    private static final long ORDERS = 310_000;
    private static final long BILLING = 420_000 + 1_250_000;

    @TempDir
    private Path folder;

    @Test
    void makesASampleWithoutAPathAndSaysSoOnStandardError() {
        Outcome outcome = Outcome.of("footprint");

        assertThat(outcome.exitCode()).isZero();
        assertThat(Printed.lines(outcome.err())).hasSize(1).first().asString().contains("no PATH given");
        assertThat(Printed.lines(outcome.out()))
                .containsSubsequence(
                        "image layers size unique shared",
                        "shop/billing:1.0 3 10.5 MB 1.67 MB 8.85 MB",
                        "shop/orders:1.0 3 9.16 MB 310 kB 8.85 MB",
                        "operating systems 3 1 -2 0.33",
                        "applications 2 2 0 1.00");
    }

    @Test
    void leavesNothingOfTheSampleBehind() throws IOException {
        SampleArchive sample = SampleArchive.create();
        assertThat(sample.path()).isRegularFile();

        sample.close();

        assertThat(sample.path().resolve("..")).doesNotExist();
    }

    @Test
    void hasExactlyTheDocumentedKeys() throws IOException {
        JsonNode document = json("footprint", "--json");

        assertThat(keys(document)).containsExactly("containers", "virtualMachines", "images");
        for (String side : ImmutableList.of("containers", "virtualMachines")) {
            assertThat(keys(document.get(side)))
                    .containsExactly(
                            "diskBytes",
                            "logicalDiskBytes",
                            "memoryBytes",
                            "cpuMillis",
                            "operatingSystems",
                            "applications",
                            "unknown");
            assertThat(keys(document.at("/" + side + "/unknown")))
                    .containsExactly("disk", "logicalDisk", "memory", "cpu");
        }
        assertThat(document.get("images"))
                .hasSize(2)
                .allSatisfy(image -> assertThat(keys(image))
                        .containsExactly("name", "layers", "sizeBytes", "uniqueBytes", "sharedBytes"));
    }

    @Test
    void tellsWhatArchivesKnowAndCountsWhatTheyDoNot() throws IOException {
        JsonNode document = json("footprint", "--json");

        JsonNode containers = document.get("containers");
        assertThat(containers.get("diskBytes").longValue()).isEqualTo(SHARED + ORDERS + BILLING);
        assertThat(containers.get("logicalDiskBytes").longValue()).isEqualTo(2 * SHARED + ORDERS + BILLING);
        assertThat(containers.get("memoryBytes").isNull()).isTrue();
        assertThat(containers.get("cpuMillis").isNull()).isTrue();
        // host and daemon; with memory and CPU, two programs besides
        assertThat(containers.get("unknown")).hasToString("{\"disk\":2,\"logicalDisk\":2,\"memory\":4,\"cpu\":4}");
        assertThat(document.at("/virtualMachines/diskBytes").longValue()).isEqualTo(2 * SHARED + ORDERS + BILLING);
        assertThat(document.at("/virtualMachines/operatingSystems").longValue()).isEqualTo(3);
        // host, hypervisor and two guests
        assertThat(document.at("/virtualMachines/unknown/disk").longValue()).isEqualTo(4);
        assertThat(document.at("/images/1/uniqueBytes").longValue()).isEqualTo(ORDERS);
        assertThat(document.at("/images/1/sharedBytes").longValue()).isEqualTo(SHARED);
    }

    @Test
    void isExactWhenTheSurroundingsAreKnown() throws IOException {
        String line =
                "--host-disk=1GB --host-memory=2GB --host-cpu=1 --daemon-disk=3MB --daemon-memory=4MB --daemon-cpu=5m"
                        + " --hypervisor-disk=6MB --hypervisor-memory=7MB --hypervisor-cpu=8m"
                        + " --guest-disk=700MB --guest-memory=180MB --guest-cpu=50m --app-memory=90MB --app-cpu=100m";

        JsonNode document = json(("footprint --json " + line).split(" "));

        JsonNode containers = document.get("containers");
        assertThat(containers.get("diskBytes").longValue()).isEqualTo(1_003_000_000L + SHARED + ORDERS + BILLING);
        assertThat(containers.get("memoryBytes").longValue()).isEqualTo(2_004_000_000L + 2 * 90_000_000);
        assertThat(containers.get("cpuMillis").longValue()).isEqualTo(1005 + 2 * 100);
        JsonNode machines = document.get("virtualMachines");
        assertThat(machines.get("diskBytes").longValue())
                .isEqualTo(1_006_000_000L + 2 * 700_000_000 + 2 * SHARED + ORDERS + BILLING);
        assertThat(machines.get("memoryBytes").longValue()).isEqualTo(2_007_000_000L + 2 * (180_000_000 + 90_000_000));
        assertThat(machines.get("cpuMillis").longValue()).isEqualTo(1008 + 2 * (50 + 100));
        assertThat(machines.get("unknown")).hasToString("{\"disk\":0,\"logicalDisk\":0,\"memory\":0,\"cpu\":0}");
    }

    @Test
    void putsTheImagesOfAllPathsOnOneDaemon() throws IOException {
        try (SampleArchive one = SampleArchive.create();
                SampleArchive other = SampleArchive.create()) {
            JsonNode document = json(
                    "footprint", "--json", one.path().toString(), other.path().toString());

            assertThat(document.at("/containers/diskBytes").longValue()).isEqualTo(SHARED + ORDERS + BILLING);
            assertThat(document.at("/containers/applications").longValue()).isEqualTo(4);
            assertThat(document.get("images")).hasSize(2);
        }
    }

    @Test
    void refusesAFileThatIsNoArchiveAndPrintsNothingOfTheOthers() throws IOException {
        Path nonsense = Files.writeString(folder.resolve("nonsense.tar"), "no archive at all");
        try (SampleArchive sample = SampleArchive.create()) {
            Outcome outcome = Outcome.of("footprint", sample.path().toString(), nonsense.toString());

            assertThat(outcome.exitCode()).isEqualTo(1);
            assertThat(outcome.out()).isEmpty();
            assertThat(Printed.lines(outcome.err()))
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("nonsense.tar");
        }
    }

    @Test
    void refusesAFileThatIsNotThere() {
        Outcome outcome =
                Outcome.of("footprint", "--json", folder.resolve("missing.tar").toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("missing.tar");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--guest-disk=700",
                "--guest-memory=-1GB",
                "--app-cpu=fast",
                "--host-disk=9999EB",
                "--host-cpu=-1"
            })
    void refusesWhatIsNoQuantityInItsOwnWords(String option) {
        Outcome outcome = Outcome.of("footprint", option);

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .startsWith("Invalid value for option '" + option.substring(0, option.indexOf('=')) + "'")
                .doesNotContain("Exception");
    }

    private static JsonNode json(String... arguments) throws JsonProcessingException {
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return new ObjectMapper().readTree(outcome.out());
    }

    private static ImmutableList<String> keys(JsonNode object) {
        return ImmutableList.copyOf(object.fieldNames());
    }
}
