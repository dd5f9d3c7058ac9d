package io.virtstack.benchmarks.programs;

import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.contenders.DiskFloor;
import io.virtstack.benchmarks.contenders.DuckFleet;
import io.virtstack.benchmarks.contenders.StreamFleet;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.report.MarkdownTable;
import io.virtstack.benchmarks.report.Samples;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

import static io.virtstack.benchmarks.report.Samples.shown;

/** How long it takes from the same data to the first answer, and what of it is loading. */
public final class LoadAndFirstAnswer {
    private static final long CONTAINERS = 1_000_000;
    private static final int WARM_UPS = 2;
    private static final int TIMES = 5;

    private final MarkdownTable table = new MarkdownTable("contender", "s to load", "s to load and answer", "spread");
    private final long expected;

    private LoadAndFirstAnswer(long expected) {
        this.expected = expected;
    }

    /** Loads a contender, and returns how to ask it. */
    private interface Loading {
        LongSupplier load() throws SQLException;
    }

    /** Measures; the argument divides the size. */
    public static void main(String[] arguments) throws SQLException {
        long containers = CONTAINERS / Math.min(100, Integer.parseInt(arguments[0]));
        ContainerFleet fleet = ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT);
        ContainerColumns columns = new ContainerColumns(fleet);
        ContainerStacks stacks = new ContainerStacks(fleet);
        LoadAndFirstAnswer all = new LoadAndFirstAnswer(new DiskFloor(columns).disk());
        all.add("VirtStack, from builders", () -> new VirtStackFleet(stacks.stream())::disk);
        all.add("streams, from builders", () -> new StreamFleet(stacks.stream())::disk);
        all.add("floor, from arrays", () -> new DiskFloor(columns)::disk);
        all.add("DuckDB, from arrays", () -> {
            DuckFleet duck = new DuckFleet(columns, Contenders.threads());
            return () -> {
                try (duck) {
                    return duck.bitstringsUpTrie();
                } catch (SQLException failed) {
                    throw new IllegalStateException("DuckDB did not close", failed);
                }
            };
        });
        System.out.println("### LoadAndFirstAnswer, " + containers + " containers");
        System.out.println();
        all.table.print(System.out);
    }

    private void add(String name, Loading loading) throws SQLException {
        List<Double> loads = new ArrayList<>();
        List<Double> answers = new ArrayList<>();
        for (int time = 0; time < WARM_UPS + TIMES; time++) {
            System.gc();
            long start = System.nanoTime();
            LongSupplier question = loading.load();
            double load = (System.nanoTime() - start) / 1e9;
            Contenders.requireEqual("disk of " + name, expected, question.getAsLong());
            if (time >= WARM_UPS) {
                loads.add(load);
                answers.add((System.nanoTime() - start) / 1e9);
            }
        }
        Samples answered = samples(answers);
        table.add(name, shown(samples(loads).median()), shown(answered.median()), answered.spread());
    }

    private static Samples samples(List<Double> measured) {
        return new Samples(measured.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
