package io.virtstack.diagram.report;

import com.google.common.base.Ascii;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Ranked;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
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
        BigInteger others = BigInteger.valueOf(all.amount()).subtract(BigInteger.valueOf(unattributed.amount()));
        for (Ranked<Q> row : fleet.top(RankedTable.MOST_ROWS, grouping, figure)) {
            table.row(Cell.of(Names.of(row.name())), Cell.of(row.total()));
            others = others.subtract(BigInteger.valueOf(row.total().amount()));
        }
        if (others.signum() != 0) {
            table.foot(Cell.of("all others"), others(figure, others, all.isExact()));
        }
        if (Answers.isSomething(unattributed)) {
            table.foot(Cell.of("unattributed"), Cell.of(unattributed));
        }
        return table.foot(Cell.of("all"), Cell.of(all)).build();
    }

    /** What is unknown may be in several rows at once, so that it cannot be told how much of it is in the others. */
    private static Cell others(Figure<?> figure, BigInteger amount, boolean isExact) {
        Cell known = Cell.of(figure, amount);
        return isExact ? known : new Cell("≥ " + known.text(), known.order(), known.rounded());
    }
}
