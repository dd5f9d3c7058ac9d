package io.virtstack.diagram.block;

import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.DurationFormat;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Figures as short as they fit into a block; the exact ones are in its details. */
public final class ShortFigures {
    /** As {@code 999.9 GiB} is. */
    private static final int SHORT_ENOUGH = 9;

    private static final long LAST_IN_FULL = 99_999;
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);
    private static final int DIGITS_PER_PREFIX = 3;
    private static final String PREFIXES = "kMGTPE";

    private ShortFigures() {}

    /** {@return a count in full, or three digits of a larger one: {@code 12,345} or {@code 1.23M}} */
    public static String of(long count) {
        if (Math.abs(count) <= LAST_IN_FULL) {
            return String.format(Locale.ROOT, "%,d", count);
        }
        BigDecimal rounded = BigDecimal.valueOf(count).round(THREE_DIGITS);
        int prefixes = (rounded.precision() - rounded.scale() - 1) / DIGITS_PER_PREFIX;
        return rounded.movePointLeft(prefixes * DIGITS_PER_PREFIX)
                        .stripTrailingZeros()
                        .toPlainString()
                + PREFIXES.charAt(prefixes - 1);
    }

    /** {@return the exact size if that is short, else three digits of it} */
    public static String of(DataSize size) {
        String exact = size.toString();
        return exact.length() <= SHORT_ENOUGH ? exact : size.toRoundedString();
    }

    /** {@return a size in short} */
    public static String ofBytes(long bytes) {
        return of(DataSize.ofBytes(bytes));
    }

    /** {@return a total in short, "at least" where it has gaps, unknown where nothing of it is known} */
    public static String of(Total<?> total) {
        if (total.known().isEmpty()) {
            return "unknown";
        }
        String known = of(total.figure(), total.amount());
        return total.isExact() ? known : "≥ " + known;
    }

    /** {@return an amount of a figure in short} */
    public static String of(Figure<?> figure, long amount) {
        Object quantity = figure.quantity(amount);
        if (quantity instanceof DataSize size) {
            return of(size);
        }
        return quantity instanceof Long count ? of(count.longValue()) : figure.format(amount);
    }

    static String named(String name, Optional<DataSize> size) {
        return name + " " + size.map(ShortFigures::of).orElse("unknown");
    }

    static String exactly(String name, Optional<?> figure) {
        return name + " "
                + figure.map(known ->
                                known instanceof Duration duration ? DurationFormat.format(duration) : known.toString())
                        .orElse("unknown");
    }
}
