package io.virtstack.engine.report;

import com.google.common.collect.Comparators;
import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.kernel.ReadyTimes;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Reason;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Demanding;
import io.virtstack.quantity.DurationFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** All that can be said of one start-up figure. */
final class StartupReport {
    private static final Comparator<Iterable<Contribution>> IN_ORDER =
            Comparators.lexicographical(Comparator.comparing(Contribution::path)
                    .thenComparing(Contribution::amount)
                    .thenComparing(Contribution::basis));

    private final Figure.Longest<Duration> figure;
    private final Rows rows;
    private final ReadyTimes times;

    StartupReport(Figure.Longest<Duration> figure, Rows rows, ReadyTimes times) {
        this.figure = figure;
        this.rows = rows;
        this.times = times;
    }

    Optional<Total<Duration>> total() {
        return times.longest().stream()
                .mapToObj(longest -> new Total<>(figure, longest, gaps()))
                .findFirst();
    }

    private ImmutableList<Gap> gaps() {
        return IntStream.range(0, rows.size())
                .filter(this::isGap)
                .mapToObj(row -> new Gap(rows.path(row), "start-up", rows.times(row)))
                .collect(ImmutableList.toImmutableList());
    }

    private boolean isGap(int row) {
        return times.counts(row)
                && rows.layer(row) instanceof Demanding<?>
                && times.startup(row).isEmpty();
    }

    /** The way of the slowest application, from the ground up; of several, one that any order of siblings leads to. */
    ImmutableList<Contribution> contributions() {
        return times.slowest()
                .mapToObj(this::way)
                .min(IN_ORDER)
                .map(ImmutableList::copyOf)
                .orElse(ImmutableList.of());
    }

    private List<Contribution> way(int application) {
        ImmutableList.Builder<Contribution> way = ImmutableList.builder();
        for (int row = application; row != Rows.NONE && times.counts(row); row = rows.parent(row)) {
            if (rows.layer(row) instanceof Demanding<?>) {
                way.add(step(row));
            }
        }
        return way.build().reverse();
    }

    private Contribution step(int row) {
        Optional<Duration> startup = times.startup(row);
        return new Contribution(
                rows.path(row),
                Category.of(rows.kind(row)),
                "start-up",
                Reason.ON_THE_WAY,
                startup.map(DurationFormat::nanos).orElse(0L),
                1,
                startup.isPresent() ? Basis.STATED : Basis.UNKNOWN);
    }
}
