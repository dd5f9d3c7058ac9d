package io.virtstack.engine.fleet;

import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.Optional;

/** The longest that any application takes to be ready, and how many start-up times are unknown. */
final class Longest {
    private static final long NONE = -1;

    private final Amounts gaps = new Amounts();
    private long longest = NONE;

    void add(Block block, boolean warm) {
        Table applications = block.table(Part.APPLICATION);
        LongColumn ready = applications.column(warm ? Field.WARM_READY : Field.READY);
        longest = ready.largest(0, applications.size(), longest);
        Field gap = warm ? Field.WARM_READY_GAP : Field.READY_GAP;
        for (int part = 0; part < Part.count(); part++) {
            addGaps(block, Part.at(part), gap);
        }
    }

    private void addGaps(Block block, Part part, Field gap) {
        Table table = block.table(part);
        if (table.column(gap).isAlways(0)) {
            return;
        }
        for (int host = 0; host < block.hosts(); host++) {
            WideSum sum = new WideSum();
            table.addTo(gap, block.start(part, host), block.start(part, host + 1), sum);
            gaps.gaps(part.category()).add(sum, block.copies(host));
        }
    }

    void add(Longest other) {
        longest = Math.max(longest, other.longest);
        gaps.add(other.gaps);
    }

    void add(long ready) {
        longest = Math.max(longest, ready);
    }

    void addGap(Category category, long times) {
        gaps.gaps(category).add(times);
    }

    /** Nothing if no application runs. */
    <Q> Optional<Total<Q>> total(Figure.Longest<Q> figure, String name) {
        return longest == NONE
                ? Optional.empty()
                : Optional.of(
                        new Total<>(figure, longest, gaps.total(figure, name).gaps()));
    }
}
