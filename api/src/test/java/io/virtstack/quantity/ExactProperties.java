package io.virtstack.quantity;

import com.google.common.collect.ImmutableList;
import java.math.BigInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExactProperties {
    private static final ImmutableList<Long> LIMITS = ImmutableList.of(
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1,
            Long.MIN_VALUE / 2,
            -(1L << 32),
            -3_037_000_500L,
            -2L,
            -1L,
            0L,
            1L,
            2L,
            3_037_000_499L,
            3_037_000_500L,
            1L << 32,
            Long.MAX_VALUE / 2,
            Long.MAX_VALUE / 2 + 1,
            Long.MAX_VALUE - 1,
            Long.MAX_VALUE);

    @Provide
    Arbitrary<Long> numbers() {
        return Longs.all();
    }

    @Property(tries = 5000)
    void agreesWithNumbersOfAnySize(@ForAll("numbers") long a, @ForAll("numbers") long b) {
        BigInteger left = BigInteger.valueOf(a);
        BigInteger right = BigInteger.valueOf(b);
        isExact(left.add(right), Exact::add, a, b);
        isExact(left.subtract(right), Exact::subtract, a, b);
        isExact(left.multiply(right), Exact::multiply, a, b);
    }

    @Example
    void agreesAtTheLimits() {
        for (long a : LIMITS) {
            for (long b : LIMITS) {
                agreesWithNumbersOfAnySize(a, b);
            }
        }
    }

    private static void isExact(BigInteger expected, Operation operation, long a, long b) {
        if (expected.bitLength() < Long.SIZE) {
            assertThat(operation.apply(a, b, "disk of rack-1")).isEqualTo(expected.longValueExact());
        } else {
            assertThatThrownBy(() -> operation.apply(a, b, "disk of rack-1"))
                    .isInstanceOf(OverflowException.class)
                    .hasMessageStartingWith("disk of rack-1 ");
        }
    }

    private interface Operation {
        long apply(long a, long b, String what);
    }
}
