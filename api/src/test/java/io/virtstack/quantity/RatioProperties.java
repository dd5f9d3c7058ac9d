package io.virtstack.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RatioProperties implements TotalOrderLaws<Ratio> {
    @Property
    void readsBackWhatItWrites(@ForAll("values") Ratio ratio) {
        assertThat(Ratio.parse(ratio.toString())).isEqualTo(ratio);
    }

    @Override
    public Arbitrary<Ratio> values() {
        return Combinators.combine(amounts(), amounts().filter(amount -> amount > 0))
                .as(Ratio::new);
    }

    @Provide
    Arbitrary<Long> amounts() {
        return Arbitraries.oneOf(
                Arbitraries.longs().between(0, Long.MAX_VALUE),
                Arbitraries.longs().between(0, 6),
                Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE));
    }

    @Property
    void isInLowestTerms(@ForAll("values") Ratio ratio) {
        assertThat(big(ratio.numerator()).gcd(big(ratio.denominator()))).isEqualTo(BigInteger.ONE);
        assertThat(ratio.denominator()).isPositive();
    }

    @Property
    void reducesWithoutChangingTheValue(
            @ForAll("values") Ratio ratio, @ForAll @LongRange(min = 1, max = 9) long factor) {
        if (ratio.numerator() < Long.MAX_VALUE / 9 && ratio.denominator() < Long.MAX_VALUE / 9) {
            assertThat(new Ratio(ratio.numerator() * factor, ratio.denominator() * factor))
                    .isEqualTo(ratio);
        }
    }

    @Property
    void ordersByValue(@ForAll("values") Ratio one, @ForAll("values") Ratio other) {
        BigInteger left = big(one.numerator()).multiply(big(other.denominator()));
        BigInteger right = big(other.numerator()).multiply(big(one.denominator()));
        assertThat(Integer.signum(one.compareTo(other))).isEqualTo(left.compareTo(right));
    }

    @Property
    void floorIsExactOrOverflows(@ForAll("values") Ratio ratio, @ForAll("amounts") long amount) {
        BigInteger floor = big(amount).multiply(big(ratio.numerator())).divide(big(ratio.denominator()));
        if (floor.bitLength() < Long.SIZE) {
            assertThat(ratio.floorOf(amount)).isEqualTo(floor.longValueExact());
        } else {
            assertThatThrownBy(() -> ratio.floorOf(amount)).isInstanceOf(OverflowException.class);
        }
    }

    @Property
    void readsDecimals(
            @ForAll @LongRange(min = 0, max = 999_999_999) long whole,
            @ForAll @LongRange(min = 0, max = 999) long thousandths) {
        Ratio ratio = Ratio.parse(whole + "." + thousandths);
        BigDecimal expected = new BigDecimal(whole + "." + thousandths);
        assertThat(BigDecimal.valueOf(ratio.numerator()))
                .isEqualByComparingTo(expected.multiply(BigDecimal.valueOf(ratio.denominator())));
    }

    private static BigInteger big(long number) {
        return BigInteger.valueOf(number);
    }
}
