package io.virtstack.diagram.report;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Ranked;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.math.BigInteger;

/** Who has most of a sum in a fleet; all others are one row, so that the rows add up to the total. */
final class TopTable {
    private TopTable() {}

    static <Q> Table of(Fleet fleet, Grouping grouping, Figure.Sum<Q> figure) {
        String what = Ascii.toLowerCase(grouping == Grouping.HOST ? "machine" : grouping.name());
        TableBuilder table = Table.titled("Most " + figure.label() + " by " + what)
                .texts(what)
                .numbers(figure.label());
        Total<Q> all = fleet.total(figure);
        Total<Q> unattributed = grouping == Grouping.HOST ? Total.zero(figure) : fleet.attribute(figure, share -> {});
        BigInteger amount = BigInteger.valueOf(all.amount()).subtract(BigInteger.valueOf(unattributed.amount()));
        long gaps = all.gapCount() - unattributed.gapCount();
        for (Ranked<Q> row : fleet.top(RankedTable.MOST_ROWS, grouping, figure)) {
            table.row(Cell.of(row.name()), Cell.of(row.total()));
            amount = amount.subtract(BigInteger.valueOf(row.total().amount()));
            gaps -= row.total().gapCount();
        }
        Total<Q> others = new Total<>(figure, amount.longValueExact(), gaps(fleet, gaps));
        if (Answers.isSomething(others)) {
            table.foot(Cell.of("all others"), Cell.of(others));
        }
        if (Answers.isSomething(unattributed)) {
            table.foot(Cell.of("unattributed"), Cell.of(unattributed));
        }
        return table.foot(Cell.of("all"), Cell.of(all)).build();
    }

    private static ImmutableList<Gap> gaps(Fleet fleet, long count) {
        return count == 0
                ? ImmutableList.of()
                : ImmutableList.of(new Gap(LayerPath.of(fleet.name()), "figures of all others", count));
    }
}
