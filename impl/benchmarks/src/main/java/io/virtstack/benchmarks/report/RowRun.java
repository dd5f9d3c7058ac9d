package io.virtstack.benchmarks.report;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * Measures a row in this process: all contenders share it, several rounds of all of them one after the other, so that what
 * happens to the machine meanwhile happens to all.
 */
final class RowRun {
    private final Row row;
    private final Size size;
    private final Map<String, Map<String, List<Double>>> measures = new TreeMap<>();

    RowRun(Row row, Size size) {
        this.row = row;
        this.size = size;
    }

    void run(PrintStream out) throws RunnerException {
        for (int round = 0; round < size.rounds(); round++) {
            for (RunResult result : round(round == 0)) {
                take(result);
            }
        }
        print(out);
    }

    private Collection<RunResult> round(boolean first) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(row.benchmark().getName() + "\\.")
                .forks(0)
                .threads(1)
                .warmupIterations(first ? size.warmups() : 1)
                .warmupTime(TimeValue.milliseconds(size.millis()))
                .measurementIterations(size.iterations())
                .measurementTime(TimeValue.milliseconds(size.millis()))
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        size.containers().ifPresent(containers -> options.param("containers", Long.toString(containers)));
        return new Runner(options.build()).run();
    }

    private void take(RunResult result) {
        BenchmarkParams parameters = result.getParams();
        List<Double> times = measures.computeIfAbsent(text(parameters), absent -> new LinkedHashMap<>())
                .computeIfAbsent(result.getPrimaryResult().getLabel(), absent -> new ArrayList<>());
        result.getBenchmarkResults()
                .forEach(fork -> fork.getIterationResults()
                        .forEach(iteration ->
                                times.add(iteration.getPrimaryResult().getScore())));
    }

    private static String text(BenchmarkParams parameters) {
        List<String> texts = new ArrayList<>();
        for (String key : parameters.getParamsKeys()) {
            if (!key.equals("containers")) {
                texts.add(
                        key.equals("containersOfAStack")
                                ? parameters.getParam(key) + " per stack"
                                : parameters.getParam(key));
            }
        }
        return String.join(", ", texts).toLowerCase(Locale.ROOT);
    }

    private void print(PrintStream out) {
        out.println("### " + row.benchmark().getSimpleName());
        out.println();
        MarkdownTable times = new MarkdownTable("", "contender", "µs (median)", "spread", "× the fastest");
        MarkdownTable ratios = new MarkdownTable("ratio", "bar", "measured", "least … largest", "reached");
        measures.forEach((parameters, contenders) -> {
            Map<String, Samples> samples = new LinkedHashMap<>();
            contenders.forEach((name, measured) -> samples.put(
                    name,
                    new Samples(
                            measured.stream().mapToDouble(Double::doubleValue).toArray())));
            double fastest =
                    samples.values().stream().mapToDouble(Samples::median).min().orElseThrow();
            samples.forEach((name, sample) -> times.add(
                    parameters, name, shown(sample.median()), sample.spread(), shown(sample.median() / fastest)));
            row.bars().forEach(bar -> bar.addTo(ratios, parameters, samples));
        });
        times.print(out);
        ratios.print(out);
    }
}
