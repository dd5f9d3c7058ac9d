package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.FieldWalk;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.layer.Hardware;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** From builders to a compiled fleet, and what of it is only making the values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class BuildAndCompile {
    private static volatile @Nullable Loaded loaded;

    /** How many containers. */
    @Param("1000000")
    public long containers;

    /** How many containers a stack has: 1 makes every container a stack of its own, with all its layers. */
    @Param({"1", "30"})
    public int containersOfAStack;

    private Loaded data;
    private volatile Hardware published;

    private record Loaded(String name, ContainerStacks stacks, List<Hardware> values) {}

    /** Makes the values that are compiled and walked. */
    @Setup
    public void load() {
        String name = containers + " by " + containersOfAStack;
        Loaded last = loaded;
        if (last == null || !last.name().equals(name)) {
            loaded = null;
            ContainerStacks stacks =
                    new ContainerStacks(ContainerFleet.regular(containers, Popularity.ZIPF, Style.DISTINCT)
                            .onHostsOf(containersOfAStack));
            last = new Loaded(name, stacks, stacks.stream().collect(Collectors.toList()));
            loaded = last;
        }
        data = last;
    }

    /** Making each value and letting other threads see it. */
    @Benchmark
    public void buildOnly() {
        data.stacks().stream().forEach(stack -> published = stack);
    }

    /** From builders to a compiled fleet. */
    @Benchmark
    public VirtStackFleet buildAndCompile() {
        return new VirtStackFleet(data.stacks().stream());
    }

    /** Values that were made before to a compiled fleet. */
    @Benchmark
    public VirtStackFleet compileOnly() {
        return new VirtStackFleet(data.values().stream());
    }

    /** A walk over the same values that reads every field. */
    @Benchmark
    public void walk(Blackhole seen) {
        FieldWalk walk = new FieldWalk(seen::consume, seen::consume);
        data.values().forEach(walk::hardware);
    }
}
