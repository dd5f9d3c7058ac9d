package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An amount as Kubernetes writes it: a decimal number and a decimal suffix ({@code n u m k M G T P E}), a binary one
 * ({@code Ki Mi Gi Ti Pi Ei}) or an exponent ({@code 12e6}).
 *
 * <p>As in Kubernetes, what is finer than the unit is rounded up: half a byte is a byte, a tenth of a millicore a millicore.
 */
final class Quantity {
    private static final Pattern FORM = Pattern.compile(
            "([+-]?)([0-9]{1,40}(?:\\.[0-9]{0,40})?|\\.[0-9]{1,40})([numkMGTPE]|[KMGTPE]i|[eE][+-]?[0-9]{1,3})?");
    private static final int BINARY_STEP = 10;
    private static final ImmutableMap<String, Integer> DECIMAL_POWERS =
            ImmutableMap.of("n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
    private static final String BINARY_PREFIXES = "KMGTPE";
    private static final int MILLI = 3;

    private Quantity() {}

    /** {@return the amount as bytes; a note says so if it is no whole number of them} */
    static DataSize size(Node node) {
        return DataSize.ofBytes(roundedUp(parse(node), node, "bytes"));
    }

    /** {@return the amount as processor time, in whole millicores} */
    static Cpu cpu(Node node) {
        return Cpu.ofMillis(roundedUp(parse(node).movePointRight(MILLI), node, "millicores"));
    }

    /** {@return the exact amount} */
    static BigDecimal parse(Node node) {
        String text = node.text();
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw refuse(node, "a number with a suffix such as m, k, M, Ki or Mi, or without one");
        }
        BigDecimal amount = new BigDecimal(form.group(2)).multiply(unit(form.group(3)));
        if (form.group(1).equals("-") && amount.signum() != 0) {
            throw refuse(node, "an amount from 0");
        }
        return amount;
    }

    private static BigDecimal unit(@Nullable String suffix) {
        if (suffix == null) {
            return BigDecimal.ONE;
        }
        Integer power = DECIMAL_POWERS.get(suffix);
        if (power != null) {
            return BigDecimal.ONE.scaleByPowerOfTen(power);
        }
        if (suffix.endsWith("i")) {
            int step = BINARY_PREFIXES.indexOf(suffix.charAt(0)) + 1;
            return new BigDecimal(BigInteger.ONE.shiftLeft(step * BINARY_STEP));
        }
        return BigDecimal.ONE.scaleByPowerOfTen(Integer.parseInt(suffix.substring(1)));
    }

    private static long roundedUp(BigDecimal amount, Node node, String unit) {
        BigDecimal whole = amount.setScale(0, RoundingMode.CEILING);
        if (whole.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) > 0) {
            throw node.refuse(
                    InventoryRule.QUANTITY_RANGE,
                    "'" + node.text() + "' is more than 2^63 - 1 " + unit,
                    "state what a machine can have");
        }
        if (whole.compareTo(amount) != 0) {
            node.note("'" + node.text() + "' is no whole number of " + unit + ": rounded up, as Kubernetes does");
        }
        return whole.longValueExact();
    }

    private static InventoryException refuse(Node node, String expected) {
        return node.refuse(
                InventoryRule.QUANTITY_FORM, "'" + node.text() + "' instead of " + expected, "state " + expected);
    }
}
