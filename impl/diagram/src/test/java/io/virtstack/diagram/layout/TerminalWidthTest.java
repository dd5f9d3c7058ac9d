package io.virtstack.diagram.layout;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TerminalWidthTest {
    @Test
    void lettersTakeOneColumn() {
        assertThat(TerminalWidth.of("debian-12 ×3 ≥ 5 … ┌─█")).isEqualTo(22);
        assertThat(TerminalWidth.of("")).isZero();
        assertThat(TerminalWidth.of("שלום")).isEqualTo(4);
    }

    @Test
    void eastAsiaAndEmojiTakeTwo() {
        assertThat(TerminalWidth.of("漢字")).isEqualTo(4);
        assertThat(TerminalWidth.of("한")).isEqualTo(2);
        assertThat(TerminalWidth.of("Ａ")).isEqualTo(2);
        assertThat(TerminalWidth.of(0x1F433)).isEqualTo(2);
        assertThat(TerminalWidth.of(0x20000)).isEqualTo(2);
        // Half as wide on purpose, or pictures only when asked to be.
        assertThat(TerminalWidth.of("ｱ")).isEqualTo(1);
        assertThat(TerminalWidth.of("☎")).isEqualTo(1);
    }

    @Test
    void whatIsDrawnOverOthersTakesNone() {
        assertThat(TerminalWidth.of("e\u0301")).isEqualTo(1);
        assertThat(TerminalWidth.of("a\u20DD")).isEqualTo(1);
        assertThat(TerminalWidth.of("\u200B\u200D\uFEFF\u202E")).isZero();
        assertThat(TerminalWidth.of("\u1112\u1161\u11AB")).isEqualTo(2);
    }

    @Test
    void whatDoesNotFitEndsInAnEllipsis() {
        assertThat(TerminalWidth.truncate("debian", 6)).isEqualTo("debian");
        assertThat(TerminalWidth.truncate("debian", 5)).isEqualTo("debi…");
        assertThat(TerminalWidth.truncate("debian", 1)).isEqualTo("…");
        assertThat(TerminalWidth.truncate("debian", 0)).isEmpty();
        assertThat(TerminalWidth.truncate("漢字漢字", 6)).isEqualTo("漢字…");
        assertThat(TerminalWidth.truncate("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
        assertThat(TerminalWidth.truncate("a\uD83D\uDC33b", 3)).isEqualTo("a…");
    }

    @Property
    void whatIsLeftFitsAndIsWhole(@ForAll("texts") String text, @ForAll @IntRange(max = 40) int columns) {
        String left = TerminalWidth.truncate(text, columns);

        assertThat(TerminalWidth.of(left)).isLessThanOrEqualTo(columns);
        if (left.equals(text) || left.isEmpty()) {
            return;
        }
        assertThat(left).endsWith("…");
        String kept = left.substring(0, left.length() - 1);
        assertThat(text).startsWith(kept);
        // What follows the cut starts something of its own, and would not have fitted before the ellipsis.
        int next = text.codePointAt(kept.length());
        assertThat(TerminalWidth.of(next)).isPositive();
        assertThat(TerminalWidth.of(kept) + TerminalWidth.of(next)).isGreaterThan(columns - 1);
    }

    @Property
    void charactersTakeNoneOneOrTwo(@ForAll @IntRange(max = Character.MAX_CODE_POINT) int codePoint) {
        assertThat(TerminalWidth.of(codePoint)).isBetween(0, 2);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of("a", "é", "e\u0301", "\u0302", "漢", "\uD83D\uDC33", "\u200D", "\uD83D", " ", "│")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}
