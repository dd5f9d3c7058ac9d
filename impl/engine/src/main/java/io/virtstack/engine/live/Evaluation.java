package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.columns.Ledgers;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.kernel.ReadyTimes;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.Hardware;
import java.time.Duration;

/**
 * What the engine says of a machine, or of what stands on one of its layers.
 *
 * @param change all of it, as a change from nothing
 * @param ready when it is ready
 */
record Evaluation(Change change, Ready ready) {
    /** A machine as a whole. */
    static Evaluation of(Hardware host) {
        return of(host, 0);
    }

    /** Those rows of a machine that come after so many others. */
    static Evaluation of(Hardware host, int skipped) {
        Rows rows = Flattener.flatten(ImmutableList.of(host));
        Change change = new Change();
        Ledgers ledgers = new Ledgers(rows);
        for (Figure.Sum<?> figure : Figure.sums()) {
            addLines(ledgers.of(figure), skipped, change);
        }
        long cold = longest(rows, ReadyTimes.Floor.COLD, Figure.STARTUP, skipped, change);
        long warm = longest(rows, ReadyTimes.Floor.WARM, Figure.WARM_STARTUP, skipped, change);
        return new Evaluation(change, new Ready(cold, warm));
    }

    private static void addLines(Ledger ledger, int skipped, Change change) {
        for (int line = 0; line < ledger.size(); line++) {
            if (ledger.entry(line).row() >= skipped) {
                int cell = Cell.of(ledger.figure(), ledger.entry(line).category());
                change.add(cell, ledger.amount(line), ledger.times(line));
                if (ledger.unknown(line)) {
                    change.addGaps(cell, ledger.times(line));
                }
            }
        }
    }

    private static long longest(
            Rows rows, ReadyTimes.Floor floor, Figure.Longest<Duration> figure, int skipped, Change change) {
        ReadyTimes times = ReadyTimes.of(rows, floor);
        for (int row = skipped; row < rows.size(); row++) {
            boolean unknown = rows.layer(row) instanceof Demanding<?>
                    && times.startup(row).isEmpty();
            if (unknown && times.counts(row)) {
                change.addGaps(Cell.of(figure, Category.of(rows.kind(row))), rows.times(row));
            }
        }
        return times.longest().orElse(Ready.NEVER);
    }
}
