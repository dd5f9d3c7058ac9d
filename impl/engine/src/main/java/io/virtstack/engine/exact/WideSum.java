package io.virtstack.engine.exact;

import io.virtstack.quantity.OverflowException;

/**
 * A sum of products in 128 bits, so that only the result decides whether it fits a {@code long}: terms may be negative, and
 * an order of summation must not make the difference between a number and an error.
 */
public final class WideSum {
    private long high;
    private long low;

    /**
     * Adds a product.
     *
     * @param amount a number
     * @param times how often to add it
     */
    public void add(long amount, long times) {
        long productLow = amount * times;
        long sum = low + productLow;
        high += Math.multiplyHigh(amount, times) + (Long.compareUnsigned(sum, low) < 0 ? 1 : 0);
        low = sum;
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
}
