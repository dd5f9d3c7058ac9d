package io.virtstack.inventory.ovf;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.source.Element;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.Iterator;
import java.util.Optional;

/**
 * Units of bytes as descriptors spell them: programmatic ones, {@code byte * 2^20}, and the names of old versions, {@code
 * MegaBytes}, which mean powers of 1,024.
 */
final class AllocationUnit {
    private static final ImmutableMap<String, Integer> POWERS = ImmutableMap.<String, Integer>builder()
            .put("", 0)
            .put("b", 0)
            .put("byte", 0)
            .put("bytes", 0)
            .put("kb", 1)
            .put("kib", 1)
            .put("kilobyte", 1)
            .put("kilobytes", 1)
            .put("kibibyte", 1)
            .put("kibibytes", 1)
            .put("mb", 2)
            .put("mib", 2)
            .put("megabyte", 2)
            .put("megabytes", 2)
            .put("mebibyte", 2)
            .put("mebibytes", 2)
            .put("gb", 3)
            .put("gib", 3)
            .put("gigabyte", 3)
            .put("gigabytes", 3)
            .put("gibibyte", 3)
            .put("gibibytes", 3)
            .put("tb", 4)
            .put("tib", 4)
            .put("terabyte", 4)
            .put("terabytes", 4)
            .put("tebibyte", 4)
            .put("tebibytes", 4)
            .put("pb", 5)
            .put("pib", 5)
            .put("petabyte", 5)
            .put("petabytes", 5)
            .buildOrThrow();
    private static final int LONGEST = 100;
    private static final int MOST_BITS = 128;

    private AllocationUnit() {}

    /** {@return so many of the unit in bytes} */
    static DataSize bytes(String quantity, String unit, Element element) {
        if (!quantity.matches("\\d{1,20}")) {
            throw element.refuse("the quantity '" + quantity + "'", "write a whole number");
        }
        BigInteger bytes = factor(unit)
                .orElseThrow(() -> element.refuse(
                        "the unit '" + unit + "'", "write it as byte * 2^20, or as MegaBytes in old versions"))
                .multiply(new BigInteger(quantity));
        if (bytes.bitLength() > 63) {
            throw element.refuse(quantity + " " + unit, "write at most 2^63 - 1 bytes");
        }
        return DataSize.ofBytes(bytes.longValueExact());
    }

    private static Optional<BigInteger> factor(String unit) {
        String compact = Ascii.toLowerCase(CharMatcher.whitespace().removeFrom(unit));
        if (compact.length() > LONGEST) {
            return Optional.empty();
        }
        Iterator<String> factors = Splitter.on('*').split(compact).iterator();
        Integer power = POWERS.get(factors.next());
        if (power == null) {
            return Optional.empty();
        }
        BigInteger product = BigInteger.ONE.shiftLeft(10 * power);
        while (factors.hasNext()) {
            String factor = factors.next();
            if (!factor.matches("\\d{1,9}(\\^\\+?\\d{1,2})?")) {
                return Optional.empty();
            }
            int caret = factor.indexOf('^');
            BigInteger base = new BigInteger(caret < 0 ? factor : factor.substring(0, caret));
            int exponent = caret < 0 ? 1 : Integer.parseInt(factor.substring(caret + 1));
            product = product.multiply(base.pow(exponent));
            if (product.bitLength() > MOST_BITS) {
                return Optional.empty();
            }
        }
        return Optional.of(product);
    }
}
