package io.virtstack.quantity;

/**
 * Arithmetic on {@code long} that says where it overflowed.
 *
 * <p>All methods are pure.
 */
public final class Exact {
    private Exact() {}

    /**
     * {@return the sum}
     *
     * @param a a number
     * @param b a number
     * @param what what is being computed, for the error text
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public static long add(long a, long b, String what) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new OverflowException(what);
        }
        return sum;
    }

    /**
     * {@return the difference}
     *
     * @param a a number
     * @param b what to take from it
     * @param what what is being computed, for the error text
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public static long subtract(long a, long b, String what) {
        long difference = a - b;
        if (((a ^ b) & (a ^ difference)) < 0) {
            throw new OverflowException(what);
        }
        return difference;
    }

    /**
     * {@return the product}
     *
     * @param a a number
     * @param b a number
     * @param what what is being computed, for the error text
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public static long multiply(long a, long b, String what) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        if ((high != 0 || low < 0) && (high != -1 || low >= 0)) {
            throw new OverflowException(what);
        }
        return low;
    }
}
