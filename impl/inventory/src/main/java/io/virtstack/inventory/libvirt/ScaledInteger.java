package io.virtstack.inventory.libvirt;

import com.google.common.base.Ascii;
import io.virtstack.inventory.source.Element;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.Optional;

/** An amount of memory as libvirt writes it: a number, and a unit that is KiB unless stated. */
final class ScaledInteger {
    private static final BigInteger KIB = BigInteger.valueOf(1024);

    /** From here on libvirt means "unlimited": the largest number of KiB whose bytes it can count, whole pages. */
    private static final BigInteger UNLIMITED =
            BigInteger.valueOf(9_007_199_254_740_988L).multiply(KIB);

    private static final int LONGEST = 20;

    private ScaledInteger() {}

    /** {@return the bytes, rounded up to whole KiB as libvirt does; empty where it means no limit} */
    static Optional<DataSize> of(Element element) {
        return of(element, element.text(), element.attribute("unit").orElse("KiB"));
    }

    /** {@return the bytes of a number and a unit that an element states} */
    static Optional<DataSize> of(Element element, String digits, String unit) {
        if (!digits.matches("\\d{1," + LONGEST + "}")) {
            throw element.refuse("'" + digits + "' is no amount of memory", "write a whole number");
        }
        BigInteger bytes = new BigInteger(digits).multiply(factor(unit, element));
        if (bytes.compareTo(UNLIMITED) >= 0) {
            element.note(digits + " means unlimited: the amount is unknown");
            return Optional.empty();
        }
        BigInteger[] parts = bytes.divideAndRemainder(KIB);
        if (parts[1].signum() != 0) {
            element.note("rounded up to whole KiB, as libvirt does");
            bytes = parts[0].add(BigInteger.ONE).multiply(KIB);
        }
        return Optional.of(DataSize.ofBytes(bytes.longValueExact()));
    }

    private static BigInteger factor(String unit, Element element) {
        String lower = Ascii.toLowerCase(unit);
        if (lower.equals("b") || lower.equals("byte") || lower.equals("bytes")) {
            return BigInteger.ONE;
        }
        int power = "kmgtpe".indexOf(lower.charAt(0)) + 1;
        String rest = lower.substring(1);
        if (power > 0 && (rest.isEmpty() || rest.equals("ib"))) {
            return KIB.pow(power);
        }
        if (power > 0 && rest.equals("b")) {
            return BigInteger.valueOf(1000).pow(power);
        }
        throw element.refuse("the unit '" + unit + "'", "write one of b, KB, KiB, MB, MiB, GB, GiB, TB, TiB, PB, PiB");
    }
}
