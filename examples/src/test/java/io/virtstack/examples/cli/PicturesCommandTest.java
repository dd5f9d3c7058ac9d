package io.virtstack.examples.cli;

import io.virtstack.diagram.Diagram;
import io.virtstack.diagram.Report;
import io.virtstack.examples.ArticleComparison;
import io.virtstack.examples.Printed;
import io.virtstack.inventory.Inventory;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands {@code diagram} and {@code report}. */
class PicturesCommandTest {
    private static final Diagram COMPARISON =
            Diagram.compare(ArticleComparison.onBareMetal(), ArticleComparison.asContainers());

    @TempDir
    private Path folder;

    private Path compose;
    private Path nonsense;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        compose = Files.writeString(folder.resolve("compose.yaml"), "services: {web: {image: nginx, scale: 2}}\n");
        nonsense = Files.writeString(folder.resolve("nonsense"), "services: [\n");
        out = folder.resolve("out");
    }

    @Test
    void drawsWhatTheLibraryDraws() throws IOException {
        assertThat(drawn("--sample", "comparison", "--width", "90").out()).isEqualTo(COMPARISON.text(90));
        assertThat(drawn("--sample", "comparison", "--ascii", "--width", "90").out())
                .isEqualTo(COMPARISON.asciiText(90));
        assertThat(drawn("--sample", "containers", "--format", "mermaid").out())
                .isEqualTo(Diagram.of(ArticleComparison.asContainers()).mermaid());
        assertThat(drawn("--sample", "virtual-machines", "--format", "svg").out())
                .isEqualTo(Diagram.of(ArticleComparison.onBareMetal()).svg());
        assertThat(drawn(compose.toString(), "--format", "svg").out())
                .isEqualTo(Diagram.of(Inventory.read(compose).machines().get(0)).svg());
    }

    @ParameterizedTest
    @CsvSource({"picture.svg,<svg", "picture.mmd,flowchart", "picture.txt,virtual machines", "picture,virtual machines"
    })
    void theNameOfTheFileSaysTheFormat(String name, String beginning) throws IOException {
        Path file = folder.resolve(name);

        assertThat(drawn("--sample", "virtual-machines", "-o", file.toString()).out())
                .isEmpty();
        assertThat(Files.readString(file)).startsWith(beginning);
    }

    @Test
    void pngIsAsWideAsAsked() throws IOException {
        drawn("--sample", "comparison", "--format", "png", "--width", "640", "-o", out.toString());

        assertThat(ImageIO.read(new ByteArrayInputStream(Files.readAllBytes(out)))
                        .getWidth())
                .isEqualTo(640);
    }

    @Test
    void oneBadFileDoesNotHideTheOthers() throws IOException {
        Outcome diagram = Outcome.of("diagram", compose.toString(), nonsense.toString());

        assertThat(diagram.exitCode()).isEqualTo(1);
        assertThat(diagram.out()).contains("nginx");
        assertThat(Printed.lines(diagram.err())).singleElement().asString().contains(nonsense + ": refused: ");

        Outcome report = Outcome.of("report", "-o", out.toString(), compose.toString(), nonsense.toString());
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(Printed.lines(report.err())).hasSize(1);
        assertThat(Files.readString(out)).contains("nginx");
    }

    @Test
    void nothingIsDrawnOfBadFilesAlone() {
        Outcome outcome = Outcome.of("report", "-o", out.toString(), nonsense.toString());

        assertThat(outcome.exitCode()).isEqualTo(1);
        assertThat(out).doesNotExist();
        assertThat(Outcome.of("diagram", nonsense.toString()).out()).isEmpty();
    }

    @Test
    void reportsWhatTheLibraryReportsWithTheNotesOfTheInventory() throws IOException {
        Outcome outcome = Outcome.of("report", "--out", out.toString(), compose.toString());

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.out()).isEmpty();
        Inventory inventory = Inventory.read(compose);
        assertThat(inventory.notes()).isNotEmpty();
        assertThat(Files.readString(out))
                .isEqualTo(Report.of(inventory.machines().get(0))
                        .withNotes(
                                inventory.notes().stream().map(Object::toString).toList())
                        .html());

        assertThat(Outcome.of("report", "--out", out.toString(), "--sample", "comparison")
                        .exitCode())
                .isZero();
        assertThat(Files.readString(out))
                .isEqualTo(Report.compare(ArticleComparison.onBareMetal(), ArticleComparison.asContainers())
                        .html());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "diagram",
                "diagram --sample elephants",
                "diagram --sample containers PATH",
                "diagram --sample containers --format gif",
                "diagram --sample containers --format png",
                "diagram --sample containers --format svg --width 80",
                "diagram --sample containers --format mermaid --ascii",
                "diagram --sample containers --width 29",
                "report PATH",
                "report --out FILE"
            })
    void refusesWrongUsage(String line) {
        Outcome outcome = Outcome.of(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
    }

    private static Outcome drawn(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "diagram";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        Outcome outcome = Outcome.of(all);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.err()).isEmpty();
        return outcome;
    }
}
