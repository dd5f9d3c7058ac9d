package io.virtstack.examples.cli;

import io.virtstack.diagram.Report;
import io.virtstack.examples.ArticleComparison;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code virtstack report}: all there is to say of machines, as a page. */
@Command(
        name = "report",
        sortOptions = false,
        description = "Writes an HTML page about machines: figures, pictures, broken rules with their remedies, what is"
                + " unknown or was assumed, and where each figure comes from. It needs no network, and prints.")
final class ReportCommand implements Callable<Integer> {
    @ArgGroup(multiplicity = "1")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Shown shown;

    @Option(
            names = {"-o", "--out"},
            required = true,
            paramLabel = "FILE",
            description = "Where to write the page.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path file;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (shown.sample().isPresent()) {
            write(sample(shown.sample().get()));
            return 0;
        }
        Shown.Machines read = shown.read(spec.commandLine().getErr());
        if (!read.isEmpty()) {
            write(Report.of(read.title(), read.machines()).withNotes(read.notes()));
        }
        return read.exitCode();
    }

    private static Report sample(Sample sample) {
        return switch (sample) {
            case VIRTUAL_MACHINES -> Report.of(ArticleComparison.onBareMetal());
            case CONTAINERS -> Report.of(ArticleComparison.asContainers());
            case COMPARISON -> Report.compare(ArticleComparison.onBareMetal(), ArticleComparison.asContainers());
        };
    }

    private void write(Report report) throws IOException {
        Files.writeString(file, report.html(), StandardCharsets.UTF_8);
    }
}
