package io.virtstack.diagram.layout;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class FontWidthsTest {
    @Test
    void whatOurOwnTextsConsistOfIsMeasured() {
        IntStream own = IntStream.concat(IntStream.rangeClosed(' ', '~'), "×≥–—…•→←−Σ·│┌┐└┘█".codePoints());

        assertThat(own.filter(codePoint -> !FontWidths.isMeasured(codePoint))).isEmpty();
    }

    @Test
    void digitsAreEquallyWideSoThatFiguresStandInColumns() {
        assertThat("0123456789"
                        .chars()
                        .map(digit -> FontWidths.perMille(digit, false))
                        .distinct())
                .hasSize(1);
        assertThat("0123456789"
                        .chars()
                        .map(digit -> FontWidths.perMille(digit, true))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void widerLettersOfEitherFontCount() {
        // I has serifs in Verdana alone, w is wider in DejaVu Sans.
        assertThat(FontWidths.perMille('I', false)).isEqualTo(421);
        assertThat(FontWidths.perMille('w', false)).isEqualTo(818);
        assertThat(FontWidths.perMille('W', true)).isEqualTo(1128);
    }

    @Test
    void othersAreGuessed() {
        assertThat(FontWidths.isMeasured('漢')).isFalse();
        assertThat(FontWidths.perMille('漢', false)).isEqualTo(1000);
        assertThat(FontWidths.perMille(0x1F433, false)).isEqualTo(1400);
        assertThat(FontWidths.perMille('ש', true)).isEqualTo(1200);
        assertThat(FontWidths.perMille(0xFFFD, true)).isEqualTo(1200);
        assertThat(FontWidths.perMille(0x301, true)).isZero();
        assertThat(FontWidths.perMille(0x200D, true)).isZero();
        assertThat(FontWidths.isMeasured(0x301)).isFalse();
    }

    @Test
    void widthsAreWholePixelsRoundedUp() {
        assertThat(FontWidths.width("", 12, false)).isZero();
        assertThat(FontWidths.width("a", 10, false)).isEqualTo(7);
        assertThat(FontWidths.width("—", 16, true)).isEqualTo(16);
        assertThatThrownBy(() -> FontWidths.width("WWWW", Integer.MAX_VALUE, true))
                .isInstanceOf(ArithmeticException.class);
    }

    @Property
    void nothingIsNarrowerThanNothing(@ForAll @IntRange(max = Character.MAX_CODE_POINT) int codePoint) {
        assertThat(FontWidths.perMille(codePoint, false)).isBetween(0, 2600);
        assertThat(FontWidths.perMille(codePoint, true)).isBetween(0, 2600);
        if (FontWidths.isMeasured(codePoint)) {
            assertThat(FontWidths.perMille(codePoint, false)).isPositive();
            assertThat(FontWidths.perMille(codePoint, true)).isPositive();
        }
    }

    @Property
    void textsAreAsWideAsTheirParts(@ForAll String left, @ForAll String right, @ForAll boolean bold) {
        // A pixel is a thousandth of this size: nothing is rounded.
        int size = 1000;
        String between = " ";

        assertThat(FontWidths.width(left + between + right, size, bold))
                .isEqualTo(FontWidths.width(left, size, bold)
                        + FontWidths.width(between, size, bold)
                        + FontWidths.width(right, size, bold));
    }

    @Property
    void largerFontsAreWider(@ForAll String text, @ForAll @IntRange(min = 1, max = 100) int size) {
        assertThat(FontWidths.width(text, size, false)).isLessThanOrEqualTo(FontWidths.width(text, size + 1, false));
    }
}
