package io.virtstack.diagram.layout;

import java.math.BigInteger;

/**
 * Amounts as lengths, in whole units. Equal amounts end at the same place, so that lengths beside one another add up to that of
 * their sum, and none is off by a whole unit.
 *
 * @param most the amount that takes all of the length; at least 0
 * @param length in the units of the plane
 */
public record Scale(BigInteger most, int length) {
    /** {@return a scale for amounts up to one that a {@code long} holds} */
    public static Scale of(long most, int length) {
        return new Scale(BigInteger.valueOf(most), length);
    }

    /** {@return where an amount ends, from 0 up to the length; 0 where the most is nothing} */
    public int at(BigInteger amount) {
        return most.signum() == 0
                ? 0
                : amount.multiply(BigInteger.valueOf(length)).divide(most).intValueExact();
    }

    /** {@return where an amount ends, from 0 up to the length; 0 where the most is nothing} */
    public int at(long amount) {
        return at(BigInteger.valueOf(amount));
    }
}
