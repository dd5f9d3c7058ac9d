package io.virtstack.diagram.layout;

import com.fasterxml.jackson.databind.JsonNode;
import io.virtstack.diagram.browser.Browser;
import io.virtstack.diagram.browser.Page;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** That no text is wider than the table says. Needs Debian's packages {@code chromium} and {@code fonts-dejavu-core}. */
class FontWidthsIT {
    private static final Path FONTS = Path.of("/usr/share/fonts/truetype/dejavu");
    private static final int[] MEASURED =
            IntStream.range(0, 0x3000).filter(FontWidths::isMeasured).toArray();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theFontItselfIsNoWider(boolean bold) throws IOException, FontFormatException {
        Path file = FONTS.resolve(bold ? "DejaVuSans-Bold.ttf" : "DejaVuSans.ttf");
        assertThat(file).as("apt-get install fonts-dejavu-core").isRegularFile();
        Font font = Font.createFont(Font.TRUETYPE_FONT, file.toFile()).deriveFont(1000f);
        FontRenderContext exact = new FontRenderContext(null, true, true);

        Map<String, Double> wider = new LinkedHashMap<>();
        for (int codePoint : MEASURED) {
            assertThat(font.canDisplay(codePoint)).isTrue();
            double advance = font.createGlyphVector(exact, Character.toChars(codePoint))
                    .getGlyphMetrics(0)
                    .getAdvanceX();
            if (advance > FontWidths.perMille(codePoint, bold) + 0.01) {
                wider.put(Character.toString(codePoint), advance);
            }
        }

        assertThat(MEASURED).hasSizeGreaterThan(1_500);
        assertThat(wider).isEmpty();
    }

    /** In the sizes that pictures use, with the kerning, ligatures and rounding of a browser. */
    @Test
    void textInTheBrowserIsNoWider() throws IOException {
        List<String> texts = texts();
        try (Browser browser = Browser.start()) {
            Page page = browser.open(
                    Files.writeString(
                            folder.resolve("texts.svg"),
                            "<svg xmlns='http://www.w3.org/2000/svg' width='100' height='100' font-family='Verdana, \"DejaVu Sans\", sans-serif'/>"));
            List<String> wider = new ArrayList<>();
            for (int size : new int[] {11, 13, 16}) {
                for (boolean bold : new boolean[] {false, true}) {
                    JsonNode measured = page.evaluate(measurement(texts, size, bold));
                    // Else it is another font that is measured.
                    assertThat(measured.path(0).doubleValue())
                            .isGreaterThan(0.9 * FontWidths.width(texts.get(0), size, bold));
                    for (int at = 0; at < texts.size(); at++) {
                        double width = measured.path(at).doubleValue();
                        assertThat(width).as(texts.get(at)).isPositive();
                        if (width > FontWidths.width(texts.get(at), size, bold)) {
                            wider.add("%s at %d%s: %.2f > %d"
                                    .formatted(
                                            texts.get(at),
                                            size,
                                            bold ? " bold" : "",
                                            width,
                                            FontWidths.width(texts.get(at), size, bold)));
                        }
                    }
                }
            }
            assertThat(wider).isEmpty();
        }
    }

    private static String measurement(List<String> texts, int size, boolean bold) {
        String array = texts.stream()
                .map(text -> text.codePoints().mapToObj("\\u{%x}"::formatted).collect(Collectors.joining("", "'", "'")))
                .collect(Collectors.joining(",", "[", "]"));
        return """
                %s.map(content => {
                  const text = document.createElementNS('http://www.w3.org/2000/svg', 'text');
                  text.setAttribute('font-size', '%d');
                  text.setAttribute('font-weight', '%s');
                  text.textContent = content;
                  document.documentElement.append(text);
                  return text;
                }).map(text => text.getComputedTextLength()).map((width, at, all) => {
                  if (at === all.length - 1) document.documentElement.replaceChildren();
                  return width;
                })""".formatted(array, size, bold ? "bold" : "normal");
    }

    /** Names and figures as they are, each measured character many times, and characters in random company. */
    private static List<String> texts() {
        List<String> texts = new ArrayList<>(List.of(
                "debian-12",
                "rack-1",
                "python-deps 3.11",
                "48 MB disk · 150 MB memory · 300 ms",
                "×3",
                "≥ 2 GB (3 unknown)",
                "registry.example/orders:1.4@sha256:0f1e",
                "Illinois IJI III",
                "fi ffi fl AVAWAT To",
                "-J-G-O-Q",
                "“A” ‘A’ „A“ f’",
                "«Æ»"));
        for (int codePoint : MEASURED) {
            if (codePoint != ' ' && !Character.isSpaceChar(codePoint)) {
                texts.add(Character.toString(codePoint).repeat(20));
            }
        }
        Random random = new Random(5);
        for (int made = 0; made < 1_000; made++) {
            int most = made % 2 == 0 ? 0x7F : 0x250;
            texts.add(random.ints(30, '!', most)
                    .filter(FontWidths::isMeasured)
                    .filter(codePoint -> !Character.isSpaceChar(codePoint))
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining()));
        }
        return texts;
    }
}
