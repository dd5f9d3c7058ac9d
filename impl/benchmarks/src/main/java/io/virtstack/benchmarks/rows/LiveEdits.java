package io.virtstack.benchmarks.rows;

import io.virtstack.AggregationEngine;
import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.LayerPath;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One workload comes or goes on any host, and totals are read after each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class LiveEdits {
    private static final int EDITS = 2;
    private static final int STEP = 7_919;

    private static volatile @Nullable LiveFleet loaded;

    /** How many containers. */
    @Param("1000000")
    public long containers;

    private Contenders all;
    private LiveFleet live;
    private Binaries workload;
    private int image;
    private int host;

    /** Loads the contenders and compares their answers, on all hosts and on one. */
    @Setup
    public void load() {
        ContainerFleet fleet = ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT);
        all = Contenders.of("regular ZIPF" + containers, () -> fleet);
        ContainerStacks stacks = new ContainerStacks(fleet);
        LiveFleet last = loaded;
        if (last == null) {
            last = AggregationEngine.create().liveFleet("live");
            stacks.stream().forEach(last::add);
            loaded = last;
        }
        live = last;
        image = all.columns().image()[0];
        workload = stacks.container(image);
        Contenders.requireEqual("disk", disk(), all.floor().disk(), all.duck().bitstringsUpTrie());
        live.add(place(), workload, 1);
        long ofHost =
                live.snapshot().total("host-" + host, Figure.DISK).orElseThrow().amount();
        live.remove(place(), workload, 1);
        Contenders.requireEqual("disk of one host", ofHost, all.duck().diskWith(host, image));
        all.duck().diskWithout(host);
    }

    private LayerPath place() {
        return LayerPath.of("host-" + host, "debian", "docker");
    }

    private long disk() {
        return live.snapshot().total(Figure.DISK).amount();
    }

    private void nextHost() {
        host = (host + STEP) % all.columns().hosts();
    }

    /** VirtStack: the edit, and all totals. */
    @Benchmark
    @OperationsPerInvocation(EDITS)
    public long virtStack() {
        nextHost();
        live.add(place(), workload, 1);
        long with = live.snapshot().footprint().disk().amount();
        live.remove(place(), workload, 1);
        return with - live.snapshot().footprint().disk().amount();
    }

    /** DuckDB: the edit, and the disk of the one host. */
    @Benchmark
    @OperationsPerInvocation(EDITS)
    public long duckDbOneHost() {
        nextHost();
        long with = all.duck().diskWith(host, image);
        return with - all.duck().diskWithout(host);
    }

    /** DuckDB: its fastest query over all hosts. */
    @Benchmark
    public long duckDbAllHosts() {
        return all.duck().bitstringsUpTrie();
    }
}
