package io.virtstack.engine.exact;

import io.virtstack.quantity.OverflowException;
import java.util.function.Supplier;

/**
 * A sum of products in 128 bits, so that only the result decides whether it fits a {@code long}: terms may be negative, and
 * an order of summation must not make the difference between a number and an error.
 */
public final class WideSum {
    private static final String BEYOND = "a sum of 128 bits";

    private long high;
    private long low;

    /**
     * Adds a product.
     *
     * @param amount a number
     * @param times how often to add it
     */
    public void add(long amount, long times) {
        addWide(Math.multiplyHigh(amount, times), amount * times);
    }

    /**
     * Adds a number.
     *
     * @param amount a number
     */
    public void add(long amount) {
        addWide(amount >> (Long.SIZE - 1), amount);
    }

    /**
     * Adds a sum.
     *
     * @param other a sum, which stays as it is
     */
    public void add(WideSum other) {
        addWide(other.high, other.low);
    }

    /**
     * Adds a sum several times.
     *
     * @param other a sum, which stays as it is
     * @param times how often to add it, from 0
     */
    public void add(WideSum other, long times) {
        if (Math.multiplyHigh(other.high, times) != (other.high * times) >> (Long.SIZE - 1)) {
            throw new OverflowException(BEYOND);
        }
        addWide(other.high * times, 0);
        addWide(unsignedHigh(other.low, times), other.low * times);
    }

    /**
     * Adds a number of 128 bits.
     *
     * @param otherHigh its upper half, signed
     * @param otherLow its lower half, unsigned
     */
    public void addWide(long otherHigh, long otherLow) {
        long lowSum = low + otherLow;
        long highSum = high + otherHigh;
        boolean overflows = ((high ^ highSum) & (otherHigh ^ highSum)) < 0;
        int carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        if (overflows || highSum == Long.MAX_VALUE) {
            throw new OverflowException(BEYOND);
        }
        high = highSum + carry;
        low = lowSum;
    }

    private static long unsignedHigh(long amount, long times) {
        return Math.multiplyHigh(amount, times) + ((amount >> (Long.SIZE - 1)) & times);
    }

    /** Makes it nothing. */
    public void clear() {
        high = 0;
        low = 0;
    }

    /** {@return the upper half, signed} */
    public long high() {
        return high;
    }

    /** {@return the lower half, unsigned} */
    public long low() {
        return low;
    }

    /** {@return whether it is nothing} */
    public boolean isZero() {
        return high == 0 && low == 0;
    }

    /**
     * {@return the sum}
     *
     * @param what what is being computed, for the error text
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public long toLong(String what) {
        if (high != low >> (Long.SIZE - 1)) {
            throw new OverflowException(what);
        }
        return low;
    }

    /**
     * {@return the sum}
     *
     * @param what says what is being computed, for the error text
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public long toLong(Supplier<String> what) {
        if (high != low >> (Long.SIZE - 1)) {
            throw new OverflowException(what.get());
        }
        return low;
    }
}
