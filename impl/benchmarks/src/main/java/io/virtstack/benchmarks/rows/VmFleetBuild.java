package io.virtstack.benchmarks.rows;

import io.virtstack.benchmarks.contenders.CloudSimFleet;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.VmFleet;
import io.virtstack.benchmarks.data.VmStacks;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Making a fleet of virtual machines, no two alike, from the same arrays. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@SuppressWarnings("NullAway.Init") // JMH sets fields up
public class VmFleetBuild {
    private static final int VMS_OF_A_HOST = 50;

    /** How many virtual machines. */
    @Param("1000000")
    public int containers;

    private VmFleet fleet;

    /** Makes the arrays. */
    @Setup
    public void load() {
        fleet = new VmFleet(containers / VMS_OF_A_HOST, VMS_OF_A_HOST);
    }

    /** VirtStack, from builders to a compiled fleet. */
    @Benchmark
    public VirtStackFleet virtStack() {
        return new VirtStackFleet(new VmStacks(fleet).stream());
    }

    /** CloudSim Plus, hosts and machines apart. */
    @Benchmark
    public CloudSimFleet cloudSimMade() {
        return CloudSimFleet.made(fleet);
    }

    /** CloudSim Plus, machines created on their hosts. */
    @Benchmark
    public CloudSimFleet cloudSimPlaced() {
        return CloudSimFleet.placed(fleet);
    }
}
