package io.virtstack.diagram.report;

import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A cell of a table.
 *
 * @param text what it shows
 * @param order by what it is sorted, if not by its text
 * @param rounded the same in a few digits; empty if the text is that already
 */
record Cell(String text, Optional<BigInteger> order, String rounded) {
    static final Cell NONE = Cell.of("");

    static Cell of(String text) {
        return new Cell(text, Optional.empty(), "");
    }

    static Cell of(String text, long order) {
        return new Cell(text, Optional.of(BigInteger.valueOf(order)), "");
    }

    static Cell of(long count) {
        return of(Long.toString(count), count);
    }

    /** {@return an amount of a figure; a part of a sum may be beyond a {@code long} where the sum is not} */
    static Cell of(Figure<?> figure, BigInteger amount) {
        if (amount.bitLength() >= Long.SIZE) {
            return new Cell(amount + " base units", Optional.of(amount), "");
        }
        return cell(figure.format(amount.longValue()), figure.formatRounded(amount.longValue()), amount);
    }

    static Cell of(Total<?> total) {
        return cell(total.toString(), total.toRoundedString(), BigInteger.valueOf(total.amount()));
    }

    private static Cell cell(String exact, String rounded, BigInteger order) {
        return new Cell(exact, Optional.of(order), rounded.equals(exact) ? "" : "≈ " + rounded);
    }
}
