package io.virtstack.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The pictures in the README are what the commands there write. */
class ReadmePicturesTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern COMMAND =
            Pattern.compile("^java -jar \\S+ (diagram .*-o )(examples/pictures/\\S+)$", Pattern.MULTILINE);

    @TempDir
    private Path folder;

    @Test
    void everyPictureIsWhatItsCommandWrites() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        List<String> shown = Pattern.compile("!\\[[^]]+]\\((examples/pictures/[^)]+)\\)")
                .matcher(readme)
                .results()
                .map(picture -> picture.group(1))
                .toList();
        Matcher command = COMMAND.matcher(readme);

        assertThat(shown).hasSize(3);
        for (String picture : shown) {
            assertThat(command.find()).isTrue();
            assertThat(command.group(2)).isEqualTo(picture);
            Path written = folder.resolve("written.svg");
            Outcome outcome = Outcome.of((command.group(1) + written).split(" "));

            assertThat(outcome.exitCode()).isZero();
            assertThat(written).hasSameTextualContentAs(ROOT.resolve(picture));
        }
    }
}
