package io.virtstack.examples.cli;

import com.google.common.primitives.Ints;
import io.virtstack.diagram.Diagram;
import io.virtstack.examples.ArticleComparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code virtstack diagram}: a picture of what runs on machines. */
@Command(
        name = "diagram",
        sortOptions = false,
        description = "Draws what stands on what, with the figures, as text, SVG, PNG or Mermaid.")
final class DiagramCommand implements Callable<Integer> {
    private static final int COLUMNS = 100;
    private static final int PIXELS = 1600;

    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shown shown;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "svg, png, mermaid or text; unless stated, what the name of the file ends with, else text.")
    private Optional<PictureFormat> format = Optional.empty();

    @Option(
            names = "--width",
            paramLabel = "NUMBER",
            description =
                    "How wide: text in columns, unless stated those of the terminal, else 100; PNG in pixels, unless stated"
                            + " 1600. The other formats have a width of their own.")
    private Optional<Integer> width = Optional.empty();

    @Option(
            names = "--ascii",
            description = "Text in ASCII alone; it is anyway where the terminal cannot show lines of boxes.")
    private boolean ascii;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write it, text in UTF-8; PNG needs a file.")
    private Optional<Path> file = Optional.empty();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PictureFormat chosen = format.or(() -> file.map(PictureFormat::of)).orElse(PictureFormat.TEXT);
        check(chosen);
        if (shown.sample().isPresent()) {
            draw(sample(shown.sample().get()), chosen);
            return 0;
        }
        Shown.Machines read = shown.read(spec.commandLine().getErr());
        if (!read.isEmpty()) {
            draw(Diagram.of(read.title(), read.machines()), chosen);
        }
        return read.exitCode();
    }

    private void check(PictureFormat chosen) {
        if (chosen == PictureFormat.PNG && file.isEmpty()) {
            throw wrongUsage("a PNG is nothing to read in a terminal; name a file with -o");
        }
        if (width.isPresent() && chosen != PictureFormat.PNG && chosen != PictureFormat.TEXT) {
            throw wrongUsage("--width is for text and png; " + chosen + " has a width of its own");
        }
        if (ascii && chosen != PictureFormat.TEXT) {
            throw wrongUsage("--ascii is for text, not for " + chosen);
        }
    }

    private static Diagram sample(Sample sample) {
        return switch (sample) {
            case VIRTUAL_MACHINES -> Diagram.of(ArticleComparison.onBareMetal());
            case CONTAINERS -> Diagram.of(ArticleComparison.asContainers());
            case COMPARISON -> Diagram.compare(ArticleComparison.onBareMetal(), ArticleComparison.asContainers());
        };
    }

    private void draw(Diagram diagram, PictureFormat chosen) throws IOException {
        byte[] picture = picture(diagram, chosen);
        if (file.isPresent()) {
            Files.write(file.get(), picture);
        } else {
            spec.commandLine().getOut().print(new String(picture, StandardCharsets.UTF_8));
            spec.commandLine().getOut().flush();
        }
    }

    private byte[] picture(Diagram diagram, PictureFormat chosen) {
        try {
            return switch (chosen) {
                case SVG -> utf8(diagram.svg());
                case PNG -> diagram.png(width.orElse(PIXELS));
                case MERMAID -> utf8(diagram.mermaid());
                case TEXT -> utf8(text(diagram));
            };
        } catch (IllegalArgumentException e) {
            throw wrongUsage(String.valueOf(e.getMessage()));
        }
    }

    private String text(Diagram diagram) {
        int columns = width.or(DiagramCommand::terminalWidth).orElse(COLUMNS);
        boolean plain = ascii || (file.isEmpty() && !StandardStreams.canDrawBoxes());
        return plain ? diagram.asciiText(columns) : diagram.text(columns);
    }

    /** What shells tell; one that is too narrow to be true is no width. */
    private static Optional<Integer> terminalWidth() {
        return Optional.ofNullable(System.getenv("COLUMNS")).map(Ints::tryParse).filter(columns -> columns >= 30);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private ParameterException wrongUsage(String what) {
        return new ParameterException(spec.commandLine(), what);
    }
}
