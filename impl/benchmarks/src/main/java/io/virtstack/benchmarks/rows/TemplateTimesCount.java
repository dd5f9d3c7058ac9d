package io.virtstack.benchmarks.rows;

import io.virtstack.AggregationEngine;
import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.OverflowException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A host and as many copies of it as a {@code long} can count the bytes of. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class TemplateTimesCount {
    /** How many containers the host has. */
    @Param("30")
    public long containersOfTheHost;

    private Fleet one;
    private Fleet most;

    /** Checks that what fits is exact and that one more copy is an error. */
    @Setup
    public void load() {
        Hardware host = host(containersOfTheHost);
        one = fleet(host, 1);
        long bytes = disk(one);
        long copies = Long.MAX_VALUE / bytes;
        most = fleet(host, copies);
        Contenders.requireEqual("disk of all copies", bytes * copies, disk(most), shares(most));
        Fleet tooMany = fleet(host, copies + 1);
        requireOverflow(() -> disk(tooMany));
        requireOverflowOfOneShare();
    }

    /** The share of a container that is alone on its host is the host's disk, so both have one limit. */
    private static void requireOverflowOfOneShare() {
        Hardware host = host(1);
        long bytes = disk(fleet(host, 1));
        long copies = Long.MAX_VALUE / bytes;
        Contenders.requireEqual("share of all copies", bytes * copies, shares(fleet(host, copies)));
        Fleet tooMany = fleet(host, copies + 1);
        requireOverflow(() -> shares(tooMany));
    }

    private static Hardware host(long containers) {
        return new ContainerStacks(ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT)).host(0);
    }

    private static Fleet fleet(Hardware host, long copies) {
        return AggregationEngine.create().fleet("copies").add(host, copies).build();
    }

    private static void requireOverflow(Runnable question) {
        try {
            question.run();
        } catch (OverflowException expected) {
            return;
        }
        throw new IllegalStateException("one copy too many was no error");
    }

    private static long disk(Fleet fleet) {
        return fleet.total(Figure.DISK).amount();
    }

    private static long shares(Fleet fleet) {
        long[] sum = new long[1];
        long unattributed = fleet.attribute(Figure.DISK, share -> sum[0] = Math.addExact(sum[0], share.amount()))
                .amount();
        return Math.addExact(sum[0], unattributed);
    }

    /** The disk of one host. */
    @Benchmark
    public long diskOfOne() {
        return disk(one);
    }

    /** The disk of all copies. */
    @Benchmark
    public long diskOfMost() {
        return disk(most);
    }

    /** The shares of one host. */
    @Benchmark
    public long sharesOfOne() {
        return shares(one);
    }

    /** The shares of all copies. */
    @Benchmark
    public long sharesOfMost() {
        return shares(most);
    }
}
