package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.Contenders;
import io.virtstack.benchmarks.contenders.DiskFloor;
import io.virtstack.benchmarks.contenders.DuckFleet;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerColumns;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same question about many images with long chains, beside few images with short ones. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class DeepFleetDisk {
    /** How many containers. */
    @Param("1000000")
    public long containers;

    private static volatile @Nullable Fleets loaded;

    private Fleets fleets;

    private record Fleets(
            long containers,
            VirtStackFleet deep,
            VirtStackFleet regular,
            DiskFloor deepFloor,
            DiskFloor regularFloor) {}

    /** Loads the contenders and compares their answers. */
    @Setup
    public void load() throws SQLException {
        Fleets last = loaded;
        if (last == null || last.containers() != containers) {
            last = fleets();
            loaded = last;
        }
        fleets = last;
        Contenders.requireEqual("disk of regular images", virtStackRegular(), floorRegular());
        Contenders.requireEqual("disk of deep images", virtStackDeep(), floorDeep());
    }

    private Fleets fleets() throws SQLException {
        ContainerFleet deep = ContainerFleet.deep(containers);
        ContainerFleet regular = ContainerFleet.regular(containers, Popularity.UNIFORM, Style.TEMPLATES);
        ContainerColumns columns = new ContainerColumns(deep);
        Fleets made = new Fleets(
                containers,
                new VirtStackFleet(new ContainerStacks(deep).stream()),
                new VirtStackFleet(new ContainerStacks(regular).stream()),
                new DiskFloor(columns),
                new DiskFloor(new ContainerColumns(regular)));
        try (DuckFleet duck = new DuckFleet(columns, Contenders.threads())) {
            Contenders.requireEqual(
                    "disk of deep images", made.deepFloor().disk(), duck.plainDistinctJoin(), duck.distinctOverTrie());
        }
        return made;
    }

    /** VirtStack on long chains. */
    @Benchmark
    public long virtStackDeep() {
        return fleets.deep().disk();
    }

    /** VirtStack on short chains. */
    @Benchmark
    public long virtStackRegular() {
        return fleets.regular().disk();
    }

    /** The hand-written kernel on long chains. */
    @Benchmark
    public long floorDeep() {
        return fleets.deepFloor().disk();
    }

    /** The hand-written kernel on short chains. */
    @Benchmark
    public long floorRegular() {
        return fleets.regularFloor().disk();
    }
}
