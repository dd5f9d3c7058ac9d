package io.virtstack.quantity;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CpuTest {
    @ParameterizedTest
    @CsvSource({
        "200m, 200",
        "2, 2000",
        "0.5, 500",
        "1.5 cores, 1500",
        "1 cores, 1000",
        "0.001, 1",
        "-1, -1000",
        "9223372036854775807m, 9223372036854775807",
    })
    void readsExactly(String text, long millis) {
        assertThat(Cpu.parse(text)).isEqualTo(Cpu.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "1 core, say cores",
        "50%, not a number followed by a unit",
        "0.5m, not a whole number of m",
        "0.0001, not a whole number of m",
        "1 GHz, unknown unit",
        "'', not a number",
    })
    void refusesWithTheRemedy(String text, String remedy) {
        assertThatThrownBy(() -> Cpu.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("CPU amount '" + text + "'")
                .hasMessageContaining(remedy);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1m", "999, 999m", "1000, 1", "1500, 1500m", "-2000, -2"})
    void writesCoresOrMillicores(long millis, String text) {
        assertThat(Cpu.ofMillis(millis)).hasToString(text);
    }

    @Test
    void refusesMoreThanFits() {
        assertThatThrownBy(() -> Cpu.ofCores(Long.MAX_VALUE / 1000 + 1)).isInstanceOf(OverflowException.class);
        assertThatThrownBy(() -> Cpu.parse("9223372036854775808m")).isInstanceOf(OverflowException.class);
        assertThat(Cpu.ofCores(Long.MAX_VALUE / 1000).millis()).isEqualTo(9_223_372_036_854_775_000L);
    }
}
