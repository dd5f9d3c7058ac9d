package io.virtstack.quantity;

import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact quotient of two whole numbers in lowest terms, such as an over-commit of 3/2 or a saving of 7/10.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param numerator not negative
 * @param denominator positive
 */
public record Ratio(long numerator, long denominator) implements Comparable<Ratio> {
    /** One to one. */
    public static final Ratio ONE = new Ratio(1, 1);

    private static final int READABLE_DECIMALS = 2;
    private static final int LONGEST_SHOWN = 100;

    /**
     * Creates the ratio in lowest terms.
     *
     * @throws IllegalArgumentException if the numerator is negative or the denominator not positive
     */
    public Ratio {
        if (numerator < 0 || denominator <= 0) {
            throw new IllegalArgumentException(
                    "ratio " + numerator + "/" + denominator + " needs a numerator from 0 and a denominator from 1");
        }
        long common = LongMath.gcd(numerator, denominator);
        numerator /= common;
        denominator /= common;
    }

    /**
     * {@return the ratio written as a decimal number, exactly}
     *
     * @param text for example {@code 1.5} or {@code 4}
     * @throws IllegalArgumentException if the text is no such number, is negative, or needs more than 18 digits
     */
    public static Ratio parse(String text) {
        if (!text.matches("\\d{1,18}(\\.\\d{1,17})?")
                || text.length() > Long.toString(Long.MAX_VALUE).length()) {
            String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
            throw new IllegalArgumentException(
                    "ratio '" + shown + "' is not a decimal number such as 1.5, of at most 18 digits");
        }
        BigDecimal decimal = new BigDecimal(text);
        return new Ratio(
                decimal.unscaledValue().longValueExact(),
                BigInteger.TEN.pow(decimal.scale()).longValueExact());
    }

    /**
     * {@return {@code amount} times this ratio, rounded down}
     *
     * @param amount a number that is not negative
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public long floorOf(long amount) {
        BigInteger product = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(numerator));
        BigInteger quotient = product.divide(BigInteger.valueOf(denominator));
        if (quotient.bitLength() > Long.SIZE - 1) {
            throw new OverflowException(amount + " times " + this);
        }
        return quotient.longValue();
    }

    @Override
    public int compareTo(Ratio other) {
        BigInteger left = BigInteger.valueOf(numerator).multiply(BigInteger.valueOf(other.denominator));
        return left.compareTo(BigInteger.valueOf(other.numerator).multiply(BigInteger.valueOf(denominator)));
    }

    /** {@return a rounded text of two decimals for people: {@code 0.36}; the exact value is the two components} */
    public String toRoundedString() {
        return BigDecimal.valueOf(numerator)
                .divide(BigDecimal.valueOf(denominator), READABLE_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    /** {@return the exact text: {@code 3/2}, or {@code 4} for a whole number} */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
