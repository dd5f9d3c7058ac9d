package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.util.List;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.annotations.Param;
import org.jetbrains.kotlinx.lincheck.paramgen.IntGen;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.Test;

/** Edits and snapshots by several threads are as if made one after the other: checked by Lincheck, on real threads. */
@Param(name = "host", gen = IntGen.class, conf = "0:1")
@Param(name = "bytes", gen = IntGen.class, conf = "0:2")
public class LinearizabilityTest {
    /** Enough that it fails within seconds when edits do not exclude one another. */
    private static final int ITERATIONS = 15;

    private static final int INVOCATIONS = 2_000;
    private static final int HOSTS = 2;
    private static final int SIZES = 3;

    /** Made beforehand, so that threads spend their time in edits. */
    private static final Hardware[][] MACHINES = new Hardware[HOSTS][SIZES];

    private static final Binaries[] IMAGES = new Binaries[SIZES];
    private static final LayerPath[] DAEMONS = new LayerPath[HOSTS];

    static {
        for (int size = 0; size < SIZES; size++) {
            IMAGES[size] = image(size);
            for (int host = 0; host < HOSTS; host++) {
                MACHINES[host][size] = machine(host, size);
                DAEMONS[host] = LayerPath.of("host-" + host, "os", "docker");
            }
        }
    }

    private final LiveFleet fleet = new PersistentFleet("all");

    private static Hardware machine(int host, int bytes) {
        return Hardware.builder("host-" + host)
                .runs(HostOS.builder("os")
                        .disk(DataSize.ofBytes(1 + bytes))
                        .runs(DockerDaemon.builder("docker").runs(image(bytes)).build())
                        .build())
                .build();
    }

    private static Binaries image(int bytes) {
        return Binaries.builder("image")
                .disk(DataSize.ofBytes(10L << bytes))
                .runs(Application.builder("app").disk("0 B").build())
                .build();
    }

    private static boolean happens(Runnable edit) {
        try {
            edit.run();
            return true;
        } catch (IllegalArgumentException rejected) {
            return false;
        }
    }

    @Operation
    public boolean add(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.add(MACHINES[host][bytes]));
    }

    @Operation
    public boolean replace(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.replace(MACHINES[host][bytes]));
    }

    @Operation
    public boolean remove(@Param(name = "host") int host) {
        return happens(() -> fleet.remove("host-" + host));
    }

    @Operation
    public boolean addContainer(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.add(DAEMONS[host], IMAGES[bytes], 1));
    }

    @Operation
    public boolean removeContainer(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.remove(DAEMONS[host], IMAGES[bytes], 1));
    }

    @Operation
    public List<Long> totals() {
        FleetSnapshot now = fleet.snapshot();
        return ImmutableList.of(
                now.hosts(),
                now.total(Figure.DISK).amount(),
                now.total(Figure.CONTAINERS).amount(),
                now.total("host-0", Figure.CONTAINERS).map(Total::amount).orElse(0L));
    }

    @Test
    void isLinearizable() {
        LinChecker.check(
                LinearizabilityTest.class,
                new StressOptions()
                        .iterations(ITERATIONS)
                        .invocationsPerIteration(INVOCATIONS)
                        .minimizeFailedScenario(false)
                        .threads(3)
                        .actorsPerThread(3));
    }
}
