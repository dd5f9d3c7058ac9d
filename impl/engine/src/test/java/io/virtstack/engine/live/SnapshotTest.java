package io.virtstack.engine.live;

import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** What readers see while a writer edits: a state between two edits, at once. */
@Timeout(120)
class SnapshotTest {
    private static final int READERS = 3;
    private static final int EDITS = 3_000;
    private static final int HOSTS = 50;
    private static final long SYSTEM = 1_000_000;

    private final PersistentFleet fleet = new PersistentFleet("all");

    private static Hardware host(String name) {
        return Hardware.builder(name)
                .runs(HostOS.builder("os")
                        .disk(DataSize.ofBytes(SYSTEM))
                        .startup("1 s")
                        .runs(DockerDaemon.builder("docker").disk("0 B").build())
                        .build())
                .build();
    }

    private static Binaries container(int number) {
        return Binaries.builder("image-" + number)
                .disk(DataSize.ofBytes(3))
                .runs(Application.builder("app").disk("0 B").memory("7 B").build())
                .build();
    }

    private static LayerPath daemon(int number) {
        return LayerPath.of("host-" + number % HOSTS, "os", "docker");
    }

    @Test
    void readersSeeStatesBetweenEdits() throws InterruptedException, ExecutionException {
        for (int host = 0; host < HOSTS; host++) {
            fleet.add(host("host-" + host));
        }
        CountDownLatch start = new CountDownLatch(READERS);
        ExecutorService threads = Executors.newFixedThreadPool(READERS);
        try {
            List<Future<Long>> readers = new ArrayList<>();
            for (int reader = 0; reader < READERS; reader++) {
                readers.add(threads.submit(() -> {
                    start.countDown();
                    return readUntilAllIsDone();
                }));
            }
            start.await();
            for (int edit = 0; edit < EDITS; edit++) {
                fleet.add(daemon(edit), container(edit), 1);
            }
            for (Future<Long> reader : readers) {
                assertThat(reader.get()).isPositive();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private long readUntilAllIsDone() {
        long last = 0;
        long snapshots = 0;
        while (last < EDITS) {
            FleetSnapshot now = fleet.snapshot();
            Footprint all = now.footprint();
            assertThat(all.containers()).isGreaterThanOrEqualTo(last);
            last = all.containers();
            assertThat(all.disk().amount()).isEqualTo(HOSTS * SYSTEM + 3 * last);
            assertThat(now.total(Figure.MEMORY).amount()).isEqualTo(7 * last);
            assertThat(now.total("host-0", Figure.CONTAINERS).orElseThrow().amount())
                    .isEqualTo((last + HOSTS - 1) / HOSTS);
            snapshots++;
        }
        return snapshots;
    }

    @Test
    void readersNeedNotWaitForAnEdit() throws InterruptedException, ExecutionException {
        fleet.add(host("host-0"));
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch hasRead = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(1);
        try {
            Future<?> writer = threads.submit(() -> fleet.edit(before -> {
                inside.countDown();
                await(hasRead);
                return before;
            }));
            inside.await();
            assertThat(fleet.snapshot().hosts()).isEqualTo(1);
            assertThat(fleet.snapshot().footprint().disk().amount()).isEqualTo(SYSTEM);
            assertThat(fleet.snapshot().machines()).containsExactly(host("host-0"));
            assertThat(fleet.snapshot().aggregate("host-0")).isPresent();
            assertThat(writer.isDone()).isFalse();
            hasRead.countDown();
            writer.get();
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void anEditThatFailsLetsTheNextOneIn() {
        assertThat(catchThrowable(() -> fleet.remove("none"))).isInstanceOf(IllegalArgumentException.class);
        fleet.add(host("host-0"));
        assertThat(fleet.snapshot().hosts()).isEqualTo(1);
    }
}
