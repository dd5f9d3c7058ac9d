package io.virtstack.quantity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class RatioTest {
    @ParameterizedTest
    @CsvSource({
        "1.5, 3/2",
        "4, 4",
        "0, 0",
        "3/2, 3/2",
        "4/6, 2/3",
        "0.36, 9/25",
        "999999999999999999, 999999999999999999",
        "0.00000000000000001, 1/100000000000000000"
    })
    void readsDecimals(String decimal, String exact) {
        assertThat(Ratio.parse(decimal)).hasToString(exact);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-1",
                "1/0",
                "-1/2",
                "1/2/3",
                "1e3",
                "１",
                ".5",
                "1.",
                "1.5 ",
                "10000000000000000000",
                "1.000000000000000001"
            })
    void refusesWhatIsNoDecimalOfFewDigits(String text) {
        assertThatThrownBy(() -> Ratio.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void refusesLongTextAndShowsLittleOfIt() {
        assertThatThrownBy(() -> Ratio.parse("1".repeat(10_000)))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
    }

    @Test
    void refusesNegativePartsAndNoDenominator() {
        assertThatThrownBy(() -> new Ratio(-1, 2)).hasMessageContaining("-1/2");
        assertThatThrownBy(() -> new Ratio(1, 0)).hasMessageContaining("1/0");
        assertThatThrownBy(() -> new Ratio(1, -2)).hasMessageContaining("1/-2");
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.33", "2, 3, 0.67", "1, 1, 1.00", "1, 8, 0.12", "3, 8, 0.38"})
    void roundsForPeople(long numerator, long denominator, String text) {
        assertThat(new Ratio(numerator, denominator).toRoundedString()).isEqualTo(text);
    }

    @Test
    void floorsTowardsNothing() {
        assertThat(Ratio.parse("1.5").floorOf(3)).isEqualTo(4);
        assertThat(Ratio.parse("0").floorOf(Long.MAX_VALUE)).isZero();
        assertThatThrownBy(() -> Ratio.parse("1.5").floorOf(Long.MAX_VALUE)).isInstanceOf(OverflowException.class);
    }
}
