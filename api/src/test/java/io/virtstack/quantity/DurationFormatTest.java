package io.virtstack.quantity;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DurationFormatTest {
    @ParameterizedTest
    @CsvSource({
        "300 ms, PT0.3S",
        "12 s, PT12S",
        "1.5 min, PT1M30S",
        "0.5 us, PT0.0000005S",
        "1 d, PT24H",
        "2h, PT2H",
        "0 s, PT0S"
    })
    void readsExactly(String text, Duration duration) {
        assertThat(DurationFormat.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({"5 m, say min or ms", "5, say s for seconds", "0.5 ns, not a whole number of ns", "5 sec, unknown unit"
    })
    void refusesWithTheRemedy(String text, String remedy) {
        assertThatThrownBy(() -> DurationFormat.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("duration '" + text + "'")
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 ns",
        "PT0.3S, 300 ms",
        "PT12S, 12 s",
        "PT1M, 60 s",
        "PT1M30S, 90 s",
        "PT24H, 1 d",
        "PT36H, 36 h",
        "PT-1S, -1 s"
    })
    void writesTheShortestExactText(Duration duration, String text) {
        assertThat(DurationFormat.format(duration)).isEqualTo(text);
    }

    @Test
    void refusesMoreThanFits() {
        Duration tooLong = Duration.ofNanos(Long.MAX_VALUE).plusNanos(1);
        assertThatThrownBy(() -> DurationFormat.format(tooLong)).isInstanceOf(OverflowException.class);
        assertThatThrownBy(() -> DurationFormat.parse("106752 d")).isInstanceOf(OverflowException.class);
        assertThat(DurationFormat.nanos(DurationFormat.parse("106751 d"))).isPositive();
    }
}
