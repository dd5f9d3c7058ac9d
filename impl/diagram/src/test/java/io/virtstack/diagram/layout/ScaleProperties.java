package io.virtstack.diagram.layout;

import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;

import static org.assertj.core.api.Assertions.assertThat;

class ScaleProperties {
    @Property
    void noLengthIsOffByAUnit(
            @ForAll @LongRange(min = 1) long most,
            @ForAll @LongRange(min = 0) long part,
            @ForAll @IntRange(min = 0, max = 2000) int length) {
        long amount = part % most;
        BigInteger exact = BigInteger.valueOf(amount).multiply(BigInteger.valueOf(length));
        BigInteger drawn = BigInteger.valueOf(Scale.of(most, length).at(amount)).multiply(BigInteger.valueOf(most));

        assertThat(exact.subtract(drawn)).isBetween(BigInteger.ZERO, BigInteger.valueOf(most - 1));
    }

    @Property
    void allTakesAllOfTheLength(
            @ForAll @LongRange(min = 1) long most, @ForAll @IntRange(min = 0, max = 2000) int length) {
        assertThat(Scale.of(most, length).at(most)).isEqualTo(length);
    }

    @Property
    void lengthsBesideOneAnotherAddUp(
            @ForAll @NotEmpty List<@LongRange(min = 0, max = 1L << 40) Long> amounts,
            @ForAll @IntRange(min = 0, max = 2000) int length) {
        long most = amounts.stream().mapToLong(Long::longValue).sum();
        Scale scale = Scale.of(most, length);
        long offset = 0;
        int lengths = 0;
        for (long amount : amounts) {
            int beside = scale.at(offset + amount) - scale.at(offset);
            assertThat(beside).isNotNegative();
            lengths += beside;
            offset += amount;
        }

        assertThat(lengths).isEqualTo(most == 0 ? 0 : length);
    }
}
