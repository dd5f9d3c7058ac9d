package io.virtstack.benchmarks.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Measures all rows, each in a process of its own where all contenders run, and prints them as Markdown.
 *
 * <p>Arguments: {@code --quick} for sizes that only show that it runs; names of rows or programs for these alone.
 */
public final class Report {
    private static final String IN_THIS_PROCESS = "--in-this-process";
    private static final String QUICK = "--quick";

    private Report() {}

    /** Runs what the arguments name, or everything. */
    public static void main(String[] arguments) throws IOException, InterruptedException, RunnerException {
        List<String> names = new ArrayList<>(Arrays.asList(arguments));
        Size size = names.remove(QUICK) ? Size.QUICK : Size.FULL;
        if (names.remove(IN_THIS_PROCESS)) {
            new RowRun(Row.valueOf(names.get(0)), size).run(System.out);
            return;
        }
        Machine.print(System.out);
        for (Row row : Row.values()) {
            if (names.isEmpty() || names.contains(row.benchmark().getSimpleName())) {
                run(List.of("-Xmx6g"), Report.class, List.of(IN_THIS_PROCESS, row.name(), sizeArgument(size)));
            }
        }
        for (Program program : Program.values()) {
            if (names.isEmpty() || names.contains(program.type().getSimpleName())) {
                run(program.options(), program.type(), List.of(Integer.toString(size.divisor())));
            }
        }
    }

    private static String sizeArgument(Size size) {
        return size == Size.QUICK ? QUICK : "";
    }

    private static void run(List<String> options, Class<?> main, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        arguments.stream().filter(argument -> !argument.isEmpty()).forEach(command::add);
        int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
        if (exit != 0) {
            throw new IllegalStateException(
                    String.format(Locale.ROOT, "%s ended with %d; its message is above", main.getSimpleName(), exit));
        }
    }
}
