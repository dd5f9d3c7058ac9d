package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.util.List;
import java.util.Optional;
import org.jetbrains.kotlinx.lincheck.LinChecker;
import org.jetbrains.kotlinx.lincheck.annotations.Operation;
import org.jetbrains.kotlinx.lincheck.annotations.Param;
import org.jetbrains.kotlinx.lincheck.paramgen.IntGen;
import org.jetbrains.kotlinx.lincheck.strategy.stress.StressOptions;
import org.junit.jupiter.api.Test;

/** Edits and snapshots by several threads are as if made one after the other: checked by Lincheck, on real threads. */
@Param(name = "host", gen = IntGen.class, conf = "0:1")
@Param(name = "bytes", gen = IntGen.class, conf = "1:3")
public class LinearizabilityTest {
    private static final int ITERATIONS = 20;
    private static final int INVOCATIONS = 300;

    private final LiveFleet fleet = new PersistentFleet("all");

    private static Hardware host(int host, int bytes) {
        return Hardware.builder("host-" + host)
                .runs(HostOS.builder("os")
                        .disk(DataSize.ofBytes(bytes))
                        .runs(DockerDaemon.builder("docker").runs(image(bytes)).build())
                        .build())
                .build();
    }

    private static Binaries image(int bytes) {
        return Binaries.builder("image")
                .disk(DataSize.ofBytes(10L * bytes))
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
        return happens(() -> fleet.add(host(host, bytes)));
    }

    @Operation
    public boolean replace(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.replace(host(host, bytes)));
    }

    @Operation
    public boolean remove(@Param(name = "host") int host) {
        return happens(() -> fleet.remove("host-" + host));
    }

    @Operation
    public boolean addContainer(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.add(LayerPath.of("host-" + host, "os", "docker"), image(bytes), 1));
    }

    @Operation
    public boolean removeContainer(@Param(name = "host") int host, @Param(name = "bytes") int bytes) {
        return happens(() -> fleet.remove(LayerPath.of("host-" + host, "os", "docker"), image(bytes), 1));
    }

    @Operation
    public List<Long> totals() {
        FleetSnapshot now = fleet.snapshot();
        Optional<Long> ofHost =
                now.host("host-0").map(host -> (long) host.runs().entrySet().size());
        return ImmutableList.of(
                now.hosts(), now.footprint().disk().amount(), now.footprint().containers(), ofHost.orElse(0L));
    }

    @Test
    void isLinearizable() {
        LinChecker.check(
                LinearizabilityTest.class,
                new StressOptions()
                        .iterations(ITERATIONS)
                        .invocationsPerIteration(INVOCATIONS)
                        .threads(3)
                        .actorsPerThread(3));
    }
}
