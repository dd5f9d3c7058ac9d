package io.virtstack.examples.cli;

import io.virtstack.examples.ArticleComparison;
import io.virtstack.examples.ContainersInVms;
import io.virtstack.examples.DockerDesktopHiddenVm;
import io.virtstack.examples.HowManyMoreFit;
import io.virtstack.examples.MillionContainers;
import io.virtstack.examples.Printed;
import io.virtstack.fleet.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

import static org.assertj.core.api.Assertions.assertThat;

class VirtStackTest {
    @ParameterizedTest
    @MethodSource
    void runsEachProgram(String command, Consumer<PrintWriter> program) {
        Outcome outcome = Outcome.of(command);

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(Printed.lines(outcome.out())).isEqualTo(Printed.linesOf(program));
    }

    static Stream<Arguments> runsEachProgram() {
        return Stream.of(
                program("compare", ArticleComparison::print),
                program("containers-in-vms", ContainersInVms::print),
                program("docker-desktop", DockerDesktopHiddenVm::print),
                program("fit", HowManyMoreFit::print));
    }

    @Test
    void asksFleets() {
        Outcome outcome = Outcome.of("fleet", "--containers", "600");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(Printed.lines(outcome.out()))
                .isEqualTo(Printed.linesOf(out -> MillionContainers.print(600, Progress.NONE, out)));
    }

    private static Arguments program(String command, Consumer<PrintWriter> program) {
        return Arguments.of(command, program);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "compare ",
                "footprint ",
                "containers-in-vms ",
                "docker-desktop ",
                "fit ",
                "fleet ",
                "inventory ",
                "docker ",
                "diagram ",
                "report "
            })
    void helpsWithEveryCommandAndItsExitCodes(String command) {
        Outcome outcome = Outcome.of((command + "--help").split(" "));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.out()).startsWith("Usage: virtstack " + command).contains("Exit codes:", "70");
    }

    @Test
    void listsItsCommands() {
        assertThat(Outcome.of("--help").out())
                .contains(
                        "compare",
                        "footprint",
                        "containers-in-vms",
                        "docker-desktop",
                        "fit",
                        "fleet",
                        "inventory",
                        "docker",
                        "diagram",
                        "report");
    }

    @Test
    void tellsItsVersion() {
        Outcome outcome = Outcome.of("--version");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("virtstack ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sing",
                "compare PATH",
                "--json",
                "footprint --jsno",
                "inventory",
                "inventory --this-machine PATH",
                "docker PATH",
                "docker --host",
                "footprint --guest-disk",
                "fleet --containers 59"
            })
    void refusesWrongUsage(String line) {
        Outcome outcome = line.isEmpty() ? Outcome.of() : Outcome.of(line.split(" "));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void saysInOneLineWhatElseFailed() {
        StringWriter err = new StringWriter();
        CommandLine command =
                new CommandLine(CommandLine.Model.CommandSpec.create()).setErr(new PrintWriter(err, true));
        ParseResult nothing = command.parseArgs();

        int exitCode = Failures.report(new IllegalStateException("first\nsecond"), command, nothing);

        assertThat(exitCode).isEqualTo(70);
        assertThat(Printed.lines(err.toString()))
                .isEqualTo(List.of("virtstack: java.lang.IllegalStateException: first second"));
    }
}
