package io.virtstack.engine.kernel;

import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DurationFormat;
import io.virtstack.quantity.Exact;
import java.time.Duration;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/** When each running application is ready: the start-up times on its way, above where the clock starts. */
public final class ReadyTimes {
    /** Where the clock starts. */
    public enum Floor {
        /** At power-on: every layer above the hardware counts. */
        COLD,
        /** When the platform runs: what stands above the nearest hypervisor, daemon or host operating system counts. */
        WARM
    }

    private final Rows rows;
    private final Floor floor;
    private final long[] ready;
    private final BitSet onTheWay;

    private ReadyTimes(Rows rows, Floor floor) {
        this.rows = rows;
        this.floor = floor;
        this.ready = new long[rows.size()];
        this.onTheWay = new BitSet(rows.size());
    }

    /**
     * {@return the ready times}
     *
     * @param rows where the applications are
     * @param floor where the clock starts
     */
    public static ReadyTimes of(Rows rows, Floor floor) {
        ReadyTimes times = new ReadyTimes(rows, floor);
        for (int row = rows.size() - 1; row >= 0; row--) {
            times.markWay(row);
        }
        for (int row = 0; row < rows.size(); row++) {
            times.addUp(row);
        }
        return times;
    }

    /** {@return the time of the application that is ready last, in nanoseconds; empty if none runs} */
    public OptionalLong longest() {
        return rows.applications()
                .filter(rows::running)
                .mapToLong(row -> ready[row])
                .max();
    }

    /** {@return the applications that are ready last, in the order of their paths} */
    public IntStream slowest() {
        long longest = longest().orElse(0);
        return rows.applications().filter(row -> rows.running(row) && ready[row] == longest);
    }

    /**
     * {@return whether a row's start-up time counts for some running application}
     *
     * @param row a row
     */
    public boolean counts(int row) {
        return onTheWay.get(row) && !startsClock(row);
    }

    /**
     * {@return the start-up time that a row states; empty if it states none}
     *
     * @param row a row
     */
    public Optional<Duration> startup(int row) {
        return rows.layer(row) instanceof Demanding<?> demanding ? demanding.startup() : Optional.empty();
    }

    private void addUp(int row) {
        if (counts(row) && rows.parent(row) != Rows.NONE) {
            long own = startup(row).map(DurationFormat::nanos).orElse(0L);
            ready[row] = Exact.add(ready[rows.parent(row)], own, "start-up of " + rows.layer(row));
        }
    }

    private void markWay(int row) {
        if (rows.kind(row) == LayerKind.APPLICATION && rows.running(row)) {
            onTheWay.set(row);
        }
        boolean reachesBelow = onTheWay.get(row) && !startsClock(row) && rows.parent(row) != Rows.NONE;
        if (reachesBelow) {
            onTheWay.set(rows.parent(row));
        }
    }

    private boolean startsClock(int row) {
        LayerKind kind = rows.kind(row);
        return floor == Floor.WARM
                && (kind == LayerKind.HOST_OS || kind == LayerKind.HYPERVISOR || kind == LayerKind.DOCKER_DAEMON);
    }
}
