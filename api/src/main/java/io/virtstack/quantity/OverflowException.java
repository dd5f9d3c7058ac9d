package io.virtstack.quantity;

/**
 * A result that a {@code long} cannot hold. The message says what was being computed, and where.
 *
 * <p>VirtStack never wraps, saturates or rounds a figure: it throws this instead.
 */
public final class OverflowException extends ArithmeticException {
    private static final long serialVersionUID = 1L;

    /**
     * Creates the exception.
     *
     * @param where what was being computed, for example {@code disk of rack-1/esxi}
     */
    public OverflowException(String where) {
        super(where + " is too large to be represented; split the stack into smaller ones");
    }
}
