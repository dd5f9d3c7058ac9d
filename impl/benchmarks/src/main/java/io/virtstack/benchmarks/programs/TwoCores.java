package io.virtstack.benchmarks.programs;

import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.report.MarkdownTable;
import io.virtstack.benchmarks.report.Samples;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.function.LongSupplier;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * The same question with one thread and with two. A question that is asked in a pool uses that pool's threads, so the caller
 * decides how many. Turns are taken, so that what happens to the machine meanwhile happens to both.
 */
public final class TwoCores {
    private static final long CONTAINERS = 10_000_000;
    private static final long LEAST_PART = 20;
    private static final int WARM_UPS = 4;
    private static final int TIMES = 11;

    private TwoCores() {}

    /** Measures; the argument divides the size. */
    public static void main(String[] arguments) {
        long containers = CONTAINERS / Math.min(LEAST_PART, Long.parseLong(arguments[0]));
        ContainerFleet fleet = ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT);
        VirtStackFleet loaded = new VirtStackFleet(new ContainerStacks(fleet).withSharedNames().stream());
        MarkdownTable table = new MarkdownTable("question", "bar", "one core / two cores", "least … largest");
        add(table, "disk", loaded::disk);
        add(
                table,
                "attribution by image",
                () -> loaded.fleet().by(Grouping.IMAGE, Figure.DISK).total().amount());
        System.out.println("### TwoCores, " + containers + " containers");
        System.out.println();
        table.print(System.out);
    }

    private static void add(MarkdownTable table, String name, LongSupplier question) {
        long expected = question.getAsLong();
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool two = new ForkJoinPool(2);
        List<Double> alone = new ArrayList<>();
        List<Double> together = new ArrayList<>();
        for (int time = 0; time < WARM_UPS + TIMES; time++) {
            double byOne = nanos(one, question, expected);
            double byTwo = nanos(two, question, expected);
            if (time >= WARM_UPS) {
                alone.add(byOne);
                together.add(byTwo);
            }
        }
        one.shutdown();
        two.shutdown();
        Samples byOne = samples(alone);
        Samples byTwo = samples(together);
        table.add(
                name,
                "≥ 1.7",
                shown(byOne.median() / byTwo.median()),
                shown(byOne.least() / byTwo.largest()) + " … " + shown(byOne.largest() / byTwo.least()));
    }

    private static Samples samples(List<Double> measured) {
        return new Samples(measured.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static double nanos(ForkJoinPool pool, LongSupplier question, long expected) {
        return pool.submit(() -> {
                    long start = System.nanoTime();
                    long answer = question.getAsLong();
                    double nanos = System.nanoTime() - start;
                    Contenders.requireEqual("the same question", expected, answer);
                    return nanos;
                })
                .join();
    }
}
