package io.virtstack.quantity;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DataSizeTest {
    @ParameterizedTest
    @CsvSource({
        "700 MB, 700000000",
        "700 MiB, 734003200",
        "1.5 GiB, 1610612736",
        "1.5GiB, 1610612736",
        "0.5 KiB, 512",
        "0 B, 0",
        "007 B, 7",
        "1.50 kB, 1500",
        "-3 kB, -3000",
        "9223372036854775807 B, 9223372036854775807",
        "-9223372036854775808 B, -9223372036854775808",
    })
    void readsExactly(String text, long bytes) {
        assertThat(DataSize.parse(text)).isEqualTo(DataSize.ofBytes(bytes));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "MB",
                "1e3 MB",
                "９ MB",
                "1,5 MB",
                "1 500 MB",
                ".5 MB",
                "1. MB",
                "+1 MB",
                "--1 MB",
                "0x10 B",
                "1  MB",
                "1 M B",
                "NaN B"
            })
    void refusesWhatIsNoNumberAndUnit(String text) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "data size '" + text + "' is not a number followed by a unit; write a number and");
    }

    @ParameterizedTest
    @CsvSource({
        "10, bytes are B",
        "10 KB, say kB or KiB",
        "10 K, say kB or KiB",
        "10 M, say MB or MiB",
        "10 G, say GB or GiB",
        "10 mb, unknown unit",
        "10 Mb, unknown unit",
        "10 ΜB, unknown unit",
        "0.3 KiB, not a whole number of B",
        "0.5 B, not a whole number of B",
    })
    void refusesWithTheRemedy(String text, String remedy) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'")
                .hasMessageContaining(remedy)
                .hasMessageContaining("B, kB, MB, GB");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9223372036854775808 B",
                "-9223372036854775809 B",
                "8 EiB",
                "9.3 EB",
                "99999999999999999999999 EB"
            })
    void refusesMoreThanFits(String text) {
        assertThatThrownBy(() -> DataSize.parse(text))
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.", " ", "MB"})
    void refusesLongTextAtOnceAndShowsLittleOfIt(String part) {
        String text = part.repeat(1_000_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> assertThatThrownBy(() -> DataSize.parse(text))
                        .isExactlyInstanceOf(IllegalArgumentException.class)
                        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "1, 1 B",
        "999, 999 B",
        "1000, 1 kB",
        "1024, 1 KiB",
        "1536, 1536 B",
        "1500, 1.5 kB",
        "734003200, 700 MiB",
        "2100000000, 2.1 GB",
        "1024000, 1024 kB",
        "-1500, -1.5 kB",
        "9223372036854775807, 9223372036854775807 B",
        "-9223372036854775808, -8 EiB",
    })
    void writesTheShortestExactText(long bytes, String text) {
        assertThat(DataSize.ofBytes(bytes)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 1 kB",
        "1234567890, 1.23 GB",
        "1235000000, 1.24 GB",
        "999900000, 1 GB",
        "999499999, 999 MB",
        "999500, 1 MB",
        "-1234567890, -1.23 GB",
        "-999900000, -1 GB",
        "9223372036854775807, 9.22 EB",
        "100000, 100 kB",
    })
    void roundsForPeople(long bytes, String text) {
        assertThat(DataSize.ofBytes(bytes).toRoundedString()).isEqualTo(text);
    }

    @Test
    void unitsOfTenAndOfTwoAreKeptApart() {
        assertThat(DataSize.parse("700 MB")).isNotEqualTo(DataSize.parse("700 MiB"));
        assertThat(DataSize.parse("1 GB")).isEqualTo(DataSize.parse("1000 MB"));
    }
}
