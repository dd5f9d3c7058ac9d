package io.virtstack.benchmarks.programs;

import com.sun.management.ThreadMXBean;
import io.virtstack.AggregationEngine;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.report.MarkdownTable;
import io.virtstack.benchmarks.report.Samples;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.LayerPath;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.IntStream;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * The same hosts edited in a fleet of their own and inside a large one: what time an edit with its totals takes, and what bytes
 * it allocates. Random hosts of the large fleet are reported beside them. Fleets take turns.
 */
public final class EditsInsideFleets {
    private static final int HOSTS = 1_000_000;
    private static final int LEAST_PART = 100;
    private static final int EDITED = 1_000;
    private static final int WARM_UPS = 20;
    private static final int TIMES = 31;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Binaries workload;

    private EditsInsideFleets(Binaries workload) {
        this.workload = workload;
    }

    /** Time and bytes of an edit. */
    private record Cost(double nanos, double bytes) {}

    /** Measures; the argument divides the size. */
    public static void main(String[] arguments) {
        int hosts = HOSTS / Math.min(LEAST_PART, Integer.parseInt(arguments[0]));
        ContainerStacks stacks = new ContainerStacks(
                ContainerFleet.regular(hosts, Popularity.ZIPF, Style.TEMPLATES).onHostsOf(1));
        LiveFleet alone = fleet(stacks, EDITED);
        LiveFleet inside = fleet(stacks, hosts);
        int[] same = IntStream.range(0, EDITED).toArray();
        int[] random = IntStream.range(0, EDITED)
                .map(at -> (int) ((at * 2_654_435_761L) % hosts))
                .toArray();
        new EditsInsideFleets(stacks.container(0)).print(hosts, alone, inside, same, random);
    }

    private static LiveFleet fleet(ContainerStacks stacks, int hosts) {
        LiveFleet fleet = AggregationEngine.create().liveFleet("live");
        stacks.stream().limit(hosts).forEach(fleet::add);
        return fleet;
    }

    private void print(int hosts, LiveFleet alone, LiveFleet inside, int[] same, int[] random) {
        Cost[] ofAlone = new Cost[TIMES];
        Cost[] ofInside = new Cost[TIMES];
        Cost[] ofRandom = new Cost[TIMES];
        for (int time = -WARM_UPS; time < TIMES; time++) {
            Cost first = edit(alone, same);
            Cost second = edit(inside, same);
            Cost third = edit(inside, random);
            if (time >= 0) {
                ofAlone[time] = first;
                ofInside[time] = second;
                ofRandom[time] = third;
            }
        }
        MarkdownTable table = new MarkdownTable("hosts that are edited", "time", "bar", "spread", "bytes", "bar");
        add(table, EDITED + " hosts alone", ofAlone, ofAlone, "");
        add(table, "the same inside " + hosts + " hosts", ofInside, ofAlone, "≤ 1.5");
        add(table, EDITED + " random ones of " + hosts, ofRandom, ofAlone, "");
        System.out.println("### EditsInsideFleets (× the edits alone)");
        System.out.println();
        table.print(System.out);
    }

    private static void add(MarkdownTable table, String name, Cost[] costs, Cost[] base, String bar) {
        Samples nanos = nanos(costs);
        table.add(
                name,
                shown(nanos.median() / nanos(base).median()),
                bar,
                nanos.spread(),
                shown(bytes(costs) / bytes(base)),
                bar);
    }

    private static Samples nanos(Cost[] costs) {
        return new Samples(Arrays.stream(costs).mapToDouble(Cost::nanos).toArray());
    }

    private static double bytes(Cost[] costs) {
        return new Samples(Arrays.stream(costs).mapToDouble(Cost::bytes).toArray()).median();
    }

    private Cost edit(LiveFleet fleet, int[] hosts) {
        long before = fleet.snapshot().total(Figure.DISK).amount();
        long bytes = threads.getCurrentThreadAllocatedBytes();
        long start = System.nanoTime();
        long seen = 0;
        for (int host : hosts) {
            fleet.add(place(host), workload, 1);
            seen += fleet.snapshot().total(Figure.DISK).amount();
        }
        for (int host : hosts) {
            fleet.remove(place(host), workload, 1);
            seen -= fleet.snapshot().total(Figure.DISK).amount();
        }
        long nanos = System.nanoTime() - start;
        long allocated = threads.getCurrentThreadAllocatedBytes() - bytes;
        if (fleet.snapshot().total(Figure.DISK).amount() != before || seen < 0) {
            throw new IllegalStateException("edits and their inverses did not restore the disk");
        }
        return new Cost(nanos, allocated);
    }

    private static LayerPath place(int host) {
        return LayerPath.of("host-" + host, "debian", "docker");
    }
}
