package io.virtstack.quantity;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What holds for every quantity that can be added: it is a group, except where it overflows, and there it says so (L13). */
interface GroupLaws<T> {
    @Provide
    Arbitrary<T> values();

    T zero();

    T plus(T one, T other);

    T minus(T one, T other);

    T times(T value, long factor);

    long amount(T value);

    @Provide
    default Arbitrary<Long> factors() {
        return Arbitraries.oneOf(Longs.all(), Arbitraries.longs().between(-1000, 1000));
    }

    @Property
    default void zeroChangesNothing(@ForAll("values") T value) {
        assertThat(plus(value, zero())).isEqualTo(value);
        assertThat(plus(zero(), value)).isEqualTo(value);
        assertThat(minus(value, zero())).isEqualTo(value);
        assertThat(minus(value, value)).isEqualTo(zero());
        assertThat(times(value, 1)).isEqualTo(value);
        assertThat(times(value, 0)).isEqualTo(zero());
    }

    @Property
    default void sumIsExactOrOverflows(@ForAll("values") T one, @ForAll("values") T other) {
        isExact(big(one).add(big(other)), () -> plus(one, other));
    }

    @Property
    default void differenceIsExactOrOverflows(@ForAll("values") T one, @ForAll("values") T other) {
        isExact(big(one).subtract(big(other)), () -> minus(one, other));
    }

    @Property
    default void multipleIsExactOrOverflows(@ForAll("values") T value, @ForAll("factors") long factor) {
        isExact(big(value).multiply(BigInteger.valueOf(factor)), () -> times(value, factor));
    }

    @Property
    default void orderDoesNotMatter(@ForAll("values") T one, @ForAll("values") T other) {
        assertThat(defined(() -> plus(one, other))).isEqualTo(defined(() -> plus(other, one)));
    }

    @Property
    default void groupingDoesNotMatter(@ForAll("values") T one, @ForAll("values") T two, @ForAll("values") T three) {
        Optional<T> left = defined(() -> plus(plus(one, two), three));
        Optional<T> right = defined(() -> plus(one, plus(two, three)));
        if (left.isPresent() && right.isPresent()) {
            assertThat(left).isEqualTo(right);
        }
    }

    @Property
    default void minusUndoesPlus(@ForAll("values") T one, @ForAll("values") T other) {
        defined(() -> plus(one, other))
                .ifPresent(sum -> assertThat(minus(sum, other)).isEqualTo(one));
    }

    private BigInteger big(T value) {
        return BigInteger.valueOf(amount(value));
    }

    private void isExact(BigInteger expected, Supplier<T> computed) {
        if (expected.bitLength() < Long.SIZE) {
            assertThat(amount(computed.get())).isEqualTo(expected.longValueExact());
        } else {
            assertThatThrownBy(computed::get).isInstanceOf(OverflowException.class);
        }
    }

    private static <T> Optional<T> defined(Supplier<T> computed) {
        try {
            return Optional.of(computed.get());
        } catch (OverflowException undefined) {
            return Optional.empty();
        }
    }
}
