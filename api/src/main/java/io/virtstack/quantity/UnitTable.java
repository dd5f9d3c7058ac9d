package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The units of one quantity: reads text into whole base units, and writes a shortest text of few decimals that reads back the same. */
final class UnitTable {
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,95}(?:\\.\\d{1,95})?)\\s?([\\p{L}]*)");
    private static final int LONGEST_TEXT = 100;
    /** Between units that are powers of ten a fourth decimal is never shorter than the next smaller unit. */
    private static final int MOST_DECIMALS = 3;

    private final String quantity;
    private final ImmutableMap<String, Long> units;
    private final ImmutableMap<String, String> remedies;

    /**
     * @param quantity what is measured, for error texts
     * @param units symbol to base units, smallest first; only these are written
     * @param remedies symbols people write that are refused, each with what to write instead
     */
    UnitTable(String quantity, ImmutableMap<String, Long> units, ImmutableMap<String, String> remedies) {
        this.quantity = quantity;
        this.units = units;
        this.remedies = remedies;
    }

    long parse(String text) {
        Matcher matcher = TEXT.matcher(text.length() > LONGEST_TEXT ? "" : text.strip());
        if (!matcher.matches()) {
            throw refuse(text, "is not a number followed by a unit");
        }
        String symbol = matcher.group(2);
        Long unit = units.get(symbol);
        if (unit == null) {
            String remedy = remedies.get(symbol);
            throw refuse(
                    text,
                    remedy == null
                            ? "has an unknown unit"
                            : (symbol.isEmpty() ? "has no unit: " : "has the unit '" + symbol + "': ") + remedy);
        }
        BigDecimal exact = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        BigInteger whole;
        try {
            whole = exact.toBigIntegerExact();
        } catch (ArithmeticException fraction) {
            throw refuse(
                    text,
                    "is not a whole number of " + units.keySet().iterator().next());
        }
        if (whole.bitLength() > Long.SIZE - 1) {
            throw new OverflowException(quantity + " '" + text + "'");
        }
        return whole.longValue();
    }

    String format(long amount) {
        String shortest = "";
        for (Map.Entry<String, Long> unit : units.entrySet()) {
            String candidate = exactly(amount, unit.getKey(), unit.getValue());
            if (shortest.isEmpty() || (!candidate.isEmpty() && candidate.length() <= shortest.length())) {
                shortest = candidate;
            }
        }
        return shortest;
    }

    private static String exactly(long amount, String symbol, long unit) {
        boolean lessThanOne = unit > 1 && -unit < amount && amount < unit;
        if (lessThanOne) {
            return "";
        }
        BigDecimal[] parts =
                BigDecimal.valueOf(amount).movePointRight(MOST_DECIMALS).divideAndRemainder(BigDecimal.valueOf(unit));
        if (parts[1].signum() != 0) {
            return "";
        }
        return parts[0].movePointLeft(MOST_DECIMALS).stripTrailingZeros().toPlainString() + " " + symbol;
    }

    private IllegalArgumentException refuse(String text, String why) {
        String shown = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
        return new IllegalArgumentException(quantity + " '" + shown + "' " + why + "; write a number and one of "
                + String.join(", ", units.keySet()));
    }
}
