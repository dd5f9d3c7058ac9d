package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What all hosts' disks hold: each image layer once on its host, and what every container wrote. No two hosts are alike. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class FleetDisk {
    /** How many containers. */
    @Param("1000000")
    public long containers;

    /** How often each image is chosen. */
    @Param({"ZIPF", "UNIFORM"})
    public Popularity popularity;

    private Contenders all;

    /** Loads the contenders and compares their answers. */
    @Setup
    public void load() {
        all = Contenders.of(
                "regular " + popularity + containers,
                () -> ContainerFleet.regular(containers, popularity, Style.DISTINCT));
        Contenders.requireEqual(
                "disk", virtStack(), floor(), streams(), duckDbPlainJoin(), duckDbTrie(), duckDbBitstrings());
    }

    /** VirtStack. */
    @Benchmark
    public long virtStack() {
        return all.virtStack().disk();
    }

    /** The hand-written kernel. */
    @Benchmark
    public long floor() {
        return all.floor().disk();
    }

    /** Plain Java streams. */
    @Benchmark
    public long streams() {
        return all.streams().disk();
    }

    /** DuckDB's plain query. */
    @Benchmark
    public long duckDbPlainJoin() {
        return all.duck().plainDistinctJoin();
    }

    /** DuckDB's query over the merged trie. */
    @Benchmark
    public long duckDbTrie() {
        return all.duck().distinctOverTrie();
    }

    /** DuckDB's query with strings of bits. */
    @Benchmark
    public long duckDbBitstrings() {
        return all.duck().bitstringsUpTrie();
    }
}
