package io.virtstack.inventory.compose;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sizes and amounts of processor time as compose files write them. All units of sizes are binary: {@code 512m}, {@code 512mb}
 * and {@code 512MiB} are the same. A part of a byte is dropped and a part of a millicore counts whole, with a note.
 */
final class ComposeQuantity {
    private static final Pattern SIZE =
            Pattern.compile("([0-9]{1,40}(?:\\.[0-9]{1,40})?) ?([kKmMgGtTpPeE]?)(?:[iI]?[bB])?");
    private static final Pattern CPUS = Pattern.compile("[0-9]{1,40}(?:\\.[0-9]{0,40})?|\\.[0-9]{1,40}");
    private static final String UNITS = "kmgtpe";
    private static final int STEP = 10;
    private static final int MILLI = 3;
    private static final Pattern TIME = Pattern.compile("(-?[0-9]{1,18}(?:\\.[0-9]{1,9})?)(us|µs|ms|s)?");
    private static final BigDecimal DEFAULT_PERIOD = BigDecimal.valueOf(100_000);

    private ComposeQuantity() {}

    /** {@return a size; empty for 0, which means none is set} */
    static Optional<DataSize> size(Stated stated) {
        Matcher form = SIZE.matcher(stated.text());
        if (!form.matches()) {
            throw form(stated, "a size such as 512m or 1gb");
        }
        int step = form.group(2).isEmpty()
                ? 0
                : UNITS.indexOf(Character.toLowerCase(form.group(2).charAt(0))) + 1;
        BigDecimal bytes =
                new BigDecimal(form.group(1)).multiply(new BigDecimal(BigInteger.ONE.shiftLeft(step * STEP)));
        long whole = whole(bytes, RoundingMode.DOWN, stated, "byte");
        return whole == 0 ? Optional.empty() : Optional.of(DataSize.ofBytes(whole));
    }

    /** {@return an amount of processor time; empty for 0, which means none is set} */
    static Optional<Cpu> cpus(Stated stated) {
        if (!CPUS.matcher(stated.text()).matches()) {
            throw form(stated, "a number of processors such as 0.5");
        }
        long millis = whole(
                new BigDecimal(stated.text()).movePointRight(MILLI), RoundingMode.UP, stated, "thousandth of a core");
        return millis == 0 ? Optional.empty() : Optional.of(Cpu.ofMillis(millis));
    }

    /** {@return a share of processor time, as a quota within a period; empty for a quota of 0 or less, which means none is set} */
    static Optional<Cpu> share(Stated quota, Optional<Stated> period) {
        BigDecimal time = micros(quota, "cpu_quota");
        BigDecimal within = period.map(stated -> micros(stated, "cpu_period"))
                .filter(stated -> stated.signum() > 0)
                .orElse(DEFAULT_PERIOD);
        if (time.signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal millis = time.movePointRight(MILLI).divide(within, MILLI, RoundingMode.UP);
        return Optional.of(Cpu.ofMillis(whole(millis, RoundingMode.UP, quota, "thousandth of a core")));
    }

    /** {@return a number of containers} */
    static int count(Stated stated) {
        try {
            int count = Integer.parseInt(stated.text());
            if (count >= 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            throw form(stated, "a number from 0 to 2147483647");
        }
        throw form(stated, "a number from 0 to 2147483647");
    }

    private static BigDecimal micros(Stated stated, String what) {
        String text = stated.text();
        Matcher form = TIME.matcher(text);
        if (!form.matches()) {
            throw form(stated, "microseconds, or a time such as 50ms, as " + what);
        }
        BigDecimal number = new BigDecimal(form.group(1));
        String unit = form.group(2);
        return unit == null || unit.endsWith("us") || unit.equals("µs")
                ? number
                : number.movePointRight(unit.equals("ms") ? MILLI : 2 * MILLI);
    }

    private static long whole(BigDecimal amount, RoundingMode rounding, Stated stated, String unit) {
        BigDecimal whole = amount.setScale(0, rounding);
        if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw stated.at()
                    .refuse(
                            InventoryRule.QUANTITY_RANGE,
                            "'" + stated.text() + "' is more than can be counted",
                            "state what a machine can have");
        }
        if (whole.compareTo(amount) != 0) {
            stated.at()
                    .note("'" + stated.text() + "': the part of a " + unit + " is "
                            + (rounding == RoundingMode.DOWN ? "dropped" : "counted whole"));
        }
        return whole.longValueExact();
    }

    private static InventoryException form(Stated stated, String expected) {
        return stated.at()
                .refuse(
                        InventoryRule.QUANTITY_FORM,
                        "'" + stated.text() + "' instead of " + expected,
                        "state " + expected);
    }
}
