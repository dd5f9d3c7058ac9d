package io.virtstack.diagram.svg;

import io.virtstack.diagram.block.BlockKind;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class PaletteTest {
    @ParameterizedTest
    @EnumSource
    void textsStandOutFromWhatTheyStandOn(Palette palette) {
        assertThat(contrast(palette.text(), palette.ground())).isGreaterThanOrEqualTo(7);
        for (BlockKind kind : BlockKind.values()) {
            assertThat(contrast(palette.text(), palette.fill(kind)))
                    .as("%s", kind)
                    .isGreaterThanOrEqualTo(7);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noTwoKindsHaveOneColour(Palette palette) {
        List<String> colours = new ArrayList<>();
        for (BlockKind kind : BlockKind.values()) {
            colours.add(palette.fill(kind).toLowerCase(Locale.ROOT));
        }

        assertThat(new HashSet<>(colours)).hasSameSizeAs(colours);
    }

    private static double contrast(String one, String other) {
        double first = luminance(one) + 0.05;
        double second = luminance(other) + 0.05;
        return Math.max(first, second) / Math.min(first, second);
    }

    private static double luminance(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return 0.2126 * linear(rgb >> 16) + 0.7152 * linear(rgb >> 8 & 0xFF) + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int channel) {
        double part = channel / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }
}
