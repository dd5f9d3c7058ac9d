package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.Additive;
import io.virtstack.benchmarks.contenders.BareSum;
import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.contenders.QuantitySums;
import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.footprint.Total;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Sums of what containers demand or are given, each with the number of those who did not say. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class AdditiveFigures {
    /** How many containers. */
    @Param("1000000")
    public long containers;

    /** How figures repeat. */
    @Param({"TEMPLATES", "DISTINCT"})
    public Style style;

    /** What is added up. */
    @Param({"MEMORY", "CPU", "ALLOCATED_MEMORY"})
    public Additive figure;

    private Contenders all;
    private BareSum bare;
    private QuantitySums quantities;

    /** Loads the contenders and compares their answers. */
    @Setup
    public void load() {
        all = Contenders.of(
                "figures " + style + containers, () -> ContainerFleet.regular(containers, Popularity.ZIPF, style));
        bare = new BareSum(figure.column(all.columns()));
        quantities = figure.quantities(all.columns());
        Contenders.requireEqual(figure.columnName(), virtStack().amount(), bareSum(), streams(), fabric8(), duckDb());
        Contenders.requireEqual(
                "gaps of " + figure.columnName(),
                virtStack().gapCount(),
                ContainerColumns.gaps(figure.column(all.columns())));
    }

    /** VirtStack, with gaps. */
    @Benchmark
    public Total<?> virtStack() {
        return all.virtStack().total(figure.figure());
    }

    /** An array of numbers, without gaps. */
    @Benchmark
    public long bareSum() {
        return bare.sum();
    }

    /** Plain Java streams. */
    @Benchmark
    public long streams() {
        return all.streams().sum(figure.field());
    }

    /** Kubernetes' quantities. */
    @Benchmark
    public long fabric8() {
        return quantities.sum();
    }

    /** DuckDB. */
    @Benchmark
    public long duckDb() {
        return all.duck().sum(figure.columnName());
    }
}
