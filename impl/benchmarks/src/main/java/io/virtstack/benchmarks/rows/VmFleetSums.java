package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.BareSum;
import io.virtstack.benchmarks.contenders.CloudSimFleet;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.contenders.VmSums;
import io.virtstack.benchmarks.data.VmFleet;
import io.virtstack.benchmarks.data.VmStacks;
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

/** What virtual machines are given: memory, disk and cores, no two alike. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class VmFleetSums {
    private static final int VMS_OF_A_HOST = 50;

    private static volatile @Nullable Fleets loaded;

    /** How many virtual machines. */
    @Param("1000000")
    public int containers;

    private Fleets fleets;

    private record Fleets(
            int vms, VirtStackFleet virtStack, CloudSimFleet cloudSim, BareSum memory, BareSum disk, BareSum cores) {}

    /** Loads the contenders and compares their answers. */
    @Setup
    public void load() {
        Fleets last = loaded;
        if (last == null || last.vms() != containers) {
            VmFleet fleet = new VmFleet(containers / VMS_OF_A_HOST, VMS_OF_A_HOST);
            long[] cores = new long[containers];
            for (int vm = 0; vm < containers; vm++) {
                cores[vm] = fleet.vcpus()[vm];
            }
            last = new Fleets(
                    containers,
                    new VirtStackFleet(new VmStacks(fleet).stream()),
                    CloudSimFleet.made(fleet),
                    new BareSum(fleet.memory()),
                    new BareSum(fleet.disk()),
                    new BareSum(cores));
            loaded = last;
        }
        fleets = last;
        VmSums expected = bareSums();
        if (!virtStack().equals(expected) || !cloudSim().equals(expected)) {
            throw new IllegalStateException(
                    expected + " but VirtStack says " + virtStack() + ", CloudSim " + cloudSim());
        }
    }

    /** VirtStack. */
    @Benchmark
    public VmSums virtStack() {
        return fleets.virtStack().vmSums();
    }

    /** CloudSim Plus, walking its machines. */
    @Benchmark
    public VmSums cloudSim() {
        return fleets.cloudSim().sums();
    }

    /** Three arrays of numbers. */
    @Benchmark
    public VmSums bareSums() {
        return new VmSums(
                fleets.memory().sum(), fleets.disk().sum(), fleets.cores().sum());
    }
}
