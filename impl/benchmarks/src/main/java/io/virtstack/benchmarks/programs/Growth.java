package io.virtstack.benchmarks.programs;

import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.report.MarkdownTable;
import io.virtstack.benchmarks.report.Samples;
import java.util.stream.DoubleStream;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * The disk of fleets from 10⁵ to 10⁸ containers in a bounded heap, with the same catalogue of images. Hosts are streamed: no
 * value is kept. Names are shared between hosts, so that the heap is that of the columns.
 */
public final class Growth {
    private static final long FEWEST = 100_000;
    private static final long MOST = 100_000_000;
    private static final int GROWS_BY = 10;
    private static final int WARM_UPS = 20;
    private static final int TIMES = 15;

    private Growth() {}

    /** Measures; the argument divides the largest size, and a second one is the largest size. */
    public static void main(String[] arguments) {
        long most = arguments.length > 1
                ? Long.parseLong(arguments[1])
                : Math.max(FEWEST, MOST / Integer.parseInt(arguments[0]));
        MarkdownTable table = new MarkdownTable(
                "containers", "ns per container", "spread", "× the smallest", "s to load", "MiB used");
        double smallest = 0;
        for (long containers = FEWEST; containers <= most; containers *= GROWS_BY) {
            long start = System.nanoTime();
            VirtStackFleet fleet = load(containers);
            double load = (System.nanoTime() - start) / 1e9;
            Samples each = nanosEach(fleet, containers);
            smallest = smallest == 0 ? each.median() : smallest;
            table.add(
                    containers,
                    shown(each.median()),
                    each.spread(),
                    shown(each.median() / smallest),
                    shown(load),
                    Heap.usedBytes() >> 20);
        }
        System.out.println("### Growth (bar: within 1.3 ×), heap of at most "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MiB");
        System.out.println();
        table.print(System.out);
    }

    private static VirtStackFleet load(long containers) {
        ContainerFleet fleet = ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT);
        return new VirtStackFleet(new ContainerStacks(fleet).withSharedNames().stream());
    }

    private static Samples nanosEach(VirtStackFleet fleet, long containers) {
        long expected = fleet.disk();
        for (int time = 0; time < WARM_UPS; time++) {
            fleet.disk();
        }
        return new Samples(DoubleStream.generate(() -> {
                    long start = System.nanoTime();
                    long disk = fleet.disk();
                    double nanos = System.nanoTime() - start;
                    if (disk != expected) {
                        throw new IllegalStateException("disk was " + expected + " and is " + disk);
                    }
                    return nanos / containers;
                })
                .limit(TIMES)
                .toArray());
    }
}
