package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.quantity.DataSize;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Who owes how much of the disk, exact to the byte, beside the disk alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class Attribution {
    /** How many containers. */
    @Param("1000000")
    public long containers;

    /** How often each image is chosen. */
    @Param({"ZIPF", "UNIFORM"})
    public Popularity popularity;

    private Fleet fleet;

    /** Loads the fleet and compares sums of shares. */
    @Setup
    public void load() {
        fleet = Contenders.of(
                        "regular " + popularity + containers,
                        () -> ContainerFleet.regular(containers, popularity, Style.DISTINCT))
                .virtStack()
                .fleet();
        Contenders.requireEqual(
                "disk by its shares", disk(), shares(), byImage().total().amount());
    }

    /** The disk of all hosts. */
    @Benchmark
    public long disk() {
        return fleet.total(Figure.DISK).amount();
    }

    /** Each container's share, added up by the one who asks. */
    @Benchmark
    public long shares() {
        long[] sum = new long[1];
        long unattributed =
                fleet.attribute(Figure.DISK, share -> sum[0] += share.amount()).amount();
        return sum[0] + unattributed;
    }

    /** Shares put together by image. */
    @Benchmark
    public Breakdown<String, DataSize> byImage() {
        return fleet.by(Grouping.IMAGE, Figure.DISK);
    }
}
