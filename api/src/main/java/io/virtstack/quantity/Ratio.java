package io.virtstack.quantity;

import com.google.common.base.Preconditions;
import com.google.common.math.LongMath;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

    private static final int LONGEST_TEXT = 39;
    private static final Pattern FORM =
            Pattern.compile("(?<numerator>\\d{1,19})/(?<denominator>\\d{1,19})|\\d{1,19}(?:\\.\\d{1,17})?");
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
     * {@return the ratio written as a decimal number or a fraction, exactly}
     *
     * @param text for example {@code 1.5}, {@code 4} or {@code 3/2}, with at most 17 decimals
     * @throws IllegalArgumentException if the text is no such number, is negative, or has parts that a {@code long} cannot hold
     */
    public static Ratio parse(String text) {
        Matcher form = FORM.matcher(text.length() > LONGEST_TEXT ? "" : text);
        if (!form.matches()) {
            throw refuse(text);
        }
        boolean isFraction = form.group("denominator") != null;
        BigDecimal decimal = new BigDecimal(isFraction ? form.group("numerator") : text);
        BigInteger numerator = decimal.unscaledValue();
        BigInteger denominator =
                isFraction ? new BigInteger(form.group("denominator")) : BigInteger.TEN.pow(decimal.scale());
        if (denominator.signum() == 0 || numerator.max(denominator).bitLength() >= Long.SIZE) {
            throw refuse(text);
        }
        return new Ratio(numerator.longValueExact(), denominator.longValueExact());
    }

    private static IllegalArgumentException refuse(String text) {
        String shown = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return new IllegalArgumentException("ratio '" + shown
                + "' is not a decimal number such as 1.5 or a fraction such as 3/2, whose parts a long holds");
    }

    /**
     * {@return {@code amount} times this ratio, rounded down}
     *
     * @param amount a number that is not negative
     * @throws IllegalArgumentException if it is negative
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public long floorOf(long amount) {
        Preconditions.checkArgument(amount >= 0, "amount %s is negative; state one from 0", amount);
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

    /** {@return the exact text, which {@link #parse} reads back: {@code 3/2}, or {@code 4} for a whole number} */
    @Override
    public String toString() {
        return denominator == 1 ? Long.toString(numerator) : numerator + "/" + denominator;
    }
}
