package io.virtstack.diagram.layout;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextProperties {
    private static final String BAD = "\uFFFD";

    @Example
    void honestNamesStayAsTheyAre() {
        for (String name : new String[] {
            "debian-12",
            "registry.example/orders:1.4@sha256:0f",
            "Größe ≥ 5",
            "漢字",
            "שלום",
            "e\u0301",
            "\uD83D\uDC33",
            "<b>&amp;\"'"
        }) {
            assertThat(PlainText.of(name)).isEqualTo(name);
        }
    }

    @Example
    void whiteSpaceBecomesOneSpace() {
        assertThat(PlainText.of(" \t a\r\n\u0085 b\u2028c\u2029d\u00A0\u3000e\u2800f \n"))
                .isEqualTo("a b c d e f");
        assertThat(PlainText.of(" \n\t")).isEmpty();
    }

    @Example
    void whatControlsATerminalIsReplaced() {
        assertThat(PlainText.of("\u001B[31mred\u0007\u0000\u007F\u009B0m"))
                .isEqualTo(BAD + "[31mred" + BAD.repeat(4) + "0m");
    }

    @Example
    void whatTurnsTheDirectionOrHidesIsReplaced() {
        assertThat(PlainText.of("a\u202Eb\u2066c\u200Fd\u061Ce"))
                .isEqualTo("a" + BAD + "b" + BAD + "c" + BAD + "d" + BAD + "e");
        assertThat(PlainText.of("a\uDB40\uDC41b")).isEqualTo("a" + BAD + "b");
        assertThat(PlainText.of("\uD800x\uDC00")).isEqualTo(BAD + "x" + BAD);
        assertThat(PlainText.of("\uFFFE\uFDD0\uE000\u0378")).isEqualTo(BAD.repeat(4));
    }

    @Example
    void whatIsInvisibleIsDropped() {
        assertThat(PlainText.of("o\u00ADr\u200Bd\u200Ce\uFEFFr\u2060s\uFE0F\u3164"))
                .isEqualTo("orders");
        assertThat(PlainText.of("\u200B\u200D")).isEqualTo(BAD);
    }

    @Example
    void marksStandOnSomethingAndAreFew() {
        assertThat(PlainText.of("\u0301a")).isEqualTo("\u25CC\u0301a");
        assertThat(PlainText.of("a \u0301")).isEqualTo("a \u25CC\u0301");
        assertThat(PlainText.of("a" + "\u0301".repeat(50) + "b\u0302")).isEqualTo("a\u0301\u0301\u0301b\u0302");
    }

    @Example
    void longNamesAreCut() {
        assertThat(PlainText.of("a".repeat(200))).isEqualTo("a".repeat(200));
        assertThat(PlainText.of("a".repeat(201))).isEqualTo("a".repeat(199) + "…");
        assertThat(PlainText.of("a".repeat(198) + "e\u0301\u0302")).isEqualTo("a".repeat(198) + "…");
        assertThat(PlainText.of("a".repeat(198) + " bc")).isEqualTo("a".repeat(198) + "…");
        assertThat(PlainText.of("a".repeat(200) + "\u200B \n")).isEqualTo("a".repeat(200));
        assertThat(PlainText.of("\u0301".repeat(1_000_000))).isEqualTo("\u25CC\u0301\u0301\u0301");
    }

    @Property
    void textsOfAnyLengthHaveTheSameForm(@ForAll String text) {
        String shown = PlainText.ofAnyLength(text);

        assertThat(PlainText.of(shown)).isEqualTo(PlainText.of(text));
        assertThat(PlainText.ofAnyLength("x".repeat(1000) + " " + text)).hasSizeGreaterThanOrEqualTo(1000);
        assertThat(PlainText.ofAnyLength(shown)).isEqualTo(shown);
    }

    @Property
    void allIsVisibleAndOnOneLine(@ForAll("hostile") String name) {
        String shown = PlainText.of(name);

        assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(200);
        assertThat(shown).isEqualTo(shown.strip()).doesNotContain("  ");
        assertThat(shown.codePoints()).allSatisfy(codePoint -> {
            assertThat(codePoint == ' ' || !Character.isSpaceChar(codePoint)).isTrue();
            assertThat(Character.getType(codePoint))
                    .isNotIn(
                            (int) Character.CONTROL,
                            (int) Character.FORMAT,
                            (int) Character.SURROGATE,
                            (int) Character.PRIVATE_USE,
                            (int) Character.UNASSIGNED);
        });
        assertThat(shown.isEmpty()).isEqualTo(name.codePoints().allMatch(PlainTextProperties::isBlank));
    }

    @Property
    void theFormOfAFormIsItself(@ForAll("hostile") String name) {
        String shown = PlainText.of(name);

        assertThat(PlainText.of(shown)).isEqualTo(shown);
    }

    private static boolean isBlank(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || (codePoint >= '\t' && codePoint <= '\r')
                || codePoint == 0x85
                || codePoint == 0x2800;
    }

    @Provide
    Arbitrary<String> hostile() {
        Arbitrary<Integer> any = Arbitraries.integers().between(0, Character.MAX_CODE_POINT);
        Arbitrary<Integer> usual = Arbitraries.integers().between(0, 0x250);
        Arbitrary<Integer> special = Arbitraries.of(
                0x1B, 0x9B, 0x85, 0x2028, 0x2029, 0x202E, 0x2067, 0x200B, 0x200D, 0xFEFF, 0xFE0F, 0x301, 0x20DD, 0xD83D,
                0xDC33, 0x1F433, 0xFFFF, 0xE000, 0xE0041, 0x3164, 0x2800, 0x3000, 0x6F22, 0x20, 0x61);
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(2, usual), Tuple.of(4, special))
                .list()
                .ofMaxSize(260)
                .map(codePoints -> {
                    StringBuilder text = new StringBuilder();
                    codePoints.forEach(text::appendCodePoint);
                    return text.toString();
                });
    }
}
