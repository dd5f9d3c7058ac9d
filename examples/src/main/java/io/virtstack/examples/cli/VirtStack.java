package io.virtstack.examples.cli;

import io.virtstack.examples.ArticleComparison;
import io.virtstack.examples.ContainersInVms;
import io.virtstack.examples.DockerDesktopHiddenVm;
import io.virtstack.examples.HowManyMoreFit;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line {@code virtstack}: one command for each program. */
@Command(
        name = "virtstack",
        description = "Answers exactly what virtual machines and containers cost.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        scope = ScopeType.INHERIT,
        usageHelpAutoWidth = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            " 0:success",
            " 1:a file or an engine cannot be read; what is printed says which, where and why",
            " 2:wrong usage",
            "70:anything else failed; standard error says what in one line"
        })
public final class VirtStack {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private VirtStack() {}

    /**
     * Runs a command and ends with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String... arguments) {
        PrintWriter out = StandardStreams.out();
        PrintWriter err = StandardStreams.err();
        int exitCode = run(out, err, arguments);
        if (out.checkError() && exitCode == 0) {
            exitCode = Failures.unwritable(err);
        }
        err.flush();
        System.exit(exitCode);
    }

    /**
     * {@return the exit code of a command}
     *
     * @param out what is asked for goes here
     * @param err what went wrong goes here
     * @param arguments the command and its options
     */
    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        try {
            return commandLine(out, err).execute(arguments);
        } catch (OutOfMemoryError e) {
            return Failures.outOfMemory(err);
        }
    }

    private static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new VirtStack())
                .addSubcommand(new FootprintCommand())
                .addSubcommand(new InventoryCommand())
                .addSubcommand(new DockerCommand())
                .addSubcommand(new DiagramCommand())
                .addSubcommand(new ReportCommand())
                .addSubcommand(new FleetCommand())
                .registerConverter(DataSize.class, Quantities.notNegative(DataSize::parse, DataSize.ZERO))
                .registerConverter(Cpu.class, Quantities.notNegative(Cpu::parse, Cpu.ZERO))
                .registerConverter(Sample.class, Choices.of(Sample.class))
                .registerConverter(PictureFormat.class, Choices.of(PictureFormat.class))
                .setExecutionExceptionHandler(Failures::report)
                .setOut(out)
                .setErr(err);
    }

    @Command(name = "compare", description = "Three applications as virtual machines and as containers, side by side.")
    void compare() {
        ArticleComparison.print(out());
    }

    @Command(name = "containers-in-vms", description = "Containers inside virtual machines, as clouds run them.")
    void containersInVms() {
        ContainersInVms.print(out());
    }

    @Command(name = "docker-desktop", description = "Why Linux containers on a Mac need a hidden virtual machine.")
    void dockerDesktop() {
        DockerDesktopHiddenVm.print(out());
    }

    @Command(name = "fit", description = "How many more containers fit on a server, and what stops the next.")
    void fit() {
        HowManyMoreFit.print(out());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
