package io.virtstack.examples.cli;

import io.virtstack.examples.MillionContainers;
import io.virtstack.fleet.Progress;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command {@code fleet}. */
@Command(name = "fleet", description = "A data centre of a million containers, asked and then changed live.")
final class FleetCommand implements Runnable {
    @Option(
            names = "--containers",
            paramLabel = "NUMBER",
            description = "How many containers, from 60: the default is ${DEFAULT-VALUE}.",
            defaultValue = "" + MillionContainers.CONTAINERS)
    private int containers;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        if (containers < MillionContainers.FEWEST) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--containers is " + containers + "; name a number from " + MillionContainers.FEWEST);
        }
        if (!Ansi.AUTO.enabled()) {
            MillionContainers.print(
                    containers, Progress.NONE, spec.commandLine().getOut());
            return;
        }
        try (ProgressBar bar = new ProgressBarBuilder().setTaskName("hosts").build()) {
            Progress onTerminal = (done, all) -> {
                all.ifPresent(bar::maxHint);
                bar.stepTo(done);
                return true;
            };
            MillionContainers.print(containers, onTerminal, spec.commandLine().getOut());
        }
    }
}
