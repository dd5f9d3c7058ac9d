package io.virtstack.diagram;

import com.fasterxml.jackson.databind.JsonNode;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.browser.Browser;
import io.virtstack.diagram.browser.Mermaid;
import io.virtstack.diagram.browser.Page;
import io.virtstack.fleet.Fleet;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real browser makes of pictures: nothing is cut, nothing is asked for, no name does anything. */
class PicturesIT {
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "a\"]:::x\n    click b0 \"javascript:alert(1)\"",
            "&lt;script&gt;alert(1)&lt;/script&gt;",
            "#lt;script#gt;alert(1)#lt;/script#gt;",
            "<a xlink:href=\"javascript:alert(1)\">x</a>",
            "<b onmouseover='alert(1)'>bold</b> `**x**` $$x^2$$ fa:fa-car",
            "1. _one_ __two__ ~~three~~ my_own_name");

    private static Browser browser;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void start() {
        browser = Browser.start();
    }

    @AfterAll
    static void stop() {
        browser.close();
    }

    @Test
    void svgShowsEveryTextWithinItsBlock() throws IOException {
        for (Map.Entry<String, Diagram> diagram : diagrams().entrySet()) {
            Page page = open(diagram.getKey(), diagram.getValue());

            assertThat(page.consoleErrors()).as(diagram.getKey()).isEmpty();
            assertThat(page.exceptions()).as(diagram.getKey()).isEmpty();
            assertThat(page.requests()).as(diagram.getKey()).isEmpty();
            assertThat(page.clippedTexts()).as(diagram.getKey()).isEmpty();
            assertThat(page.textsOutside("g[role]", "rect"))
                    .as(diagram.getKey())
                    .isEmpty();
        }
    }

    @Test
    void svgIsReadableInLightAndInDark() throws IOException {
        Page page = open("light-and-dark", Diagram.of(CanonicalStacks.containers()));

        for (boolean dark : new boolean[] {false, true}) {
            page.emulateDark(dark);
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(page.screenshot(800)));
            int corner = shown.getRGB(2, 2) & 0xFF;

            assertThat(corner < 0x80).as("ground is dark").isEqualTo(dark);
            assertThat(page.evaluate(CONTRASTS).findValuesAsText("ratio"))
                    .isNotEmpty()
                    .allSatisfy(ratio -> assertThat(Integer.parseInt(ratio)).isGreaterThanOrEqualTo(70));
        }
    }

    /** Ten times the contrast, as WCAG defines it, of each text to the block that it is in. */
    private static final String CONTRASTS = """
            (() => {
              const light = color => {
                const [r, g, b] = color.match(/[0-9.]+/g).slice(0, 3).map(Number).map(value => value / 255)
                    .map(value => value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              return [...document.querySelectorAll('g[role] text')].map(text => {
                const values = [light(getComputedStyle(text).fill),
                                light(getComputedStyle(text.parentElement.querySelector('rect')).fill)];
                return { ratio: String(Math.floor(10 * (Math.max(...values) + 0.05) / (Math.min(...values) + 0.05))) };
              });
            })()""";

    @Test
    void namesDoNothingInSvg() throws IOException {
        Page page = open("hostile", Diagram.of(hostile()));

        assertThat(page.dialogs()).isEmpty();
        assertThat(page.consoleErrors()).isEmpty();
        assertThat(page.requests()).isEmpty();
        assertThat(page.evaluate("document.querySelectorAll('script, a, img').length")
                        .asInt())
                .isZero();
    }

    @Test
    void mermaidDrawsEveryDiagram() {
        Mermaid mermaid = Mermaid.in(browser, folder.resolve("mermaid"));

        diagrams().forEach((name, diagram) -> {
            assertThat(mermaid.error(diagram.mermaid())).as(name).isEmpty();
            assertThat(mermaid.svg(diagram.mermaid())).as(name).contains("<svg");
        });
    }

    @Test
    void namesDoNothingInMermaidAndAreReadAsTheyAre() {
        Mermaid mermaid = Mermaid.in(browser, folder.resolve("hostile-mermaid"));
        String source = Diagram.of(hostile()).mermaid();

        assertThat(mermaid.error(source)).isEmpty();
        mermaid.svg(source);

        assertThat(mermaid.page().dialogs()).isEmpty();
        assertThat(mermaid.page().requests()).allMatch(address -> address.endsWith("/mermaid.min.js"));
        JsonNode picture = mermaid.page().evaluate("""
                ({ active: document.querySelectorAll('#picture script, #picture a, #picture img, #picture b').length,
                   text: document.getElementById('picture').textContent })""");
        assertThat(picture.path("active").asInt()).isZero();
        assertThat(picture.path("text").asText().replace("\u2060", ""))
                .contains("<script>alert(1)</script>", "&lt;script&gt;", "#lt;script#gt;")
                .contains("ˋ∗∗x∗∗ˋ $$x^2$$ fa:fa-car")
                .contains("1. _one_ __two__ ∼∼three∼∼")
                .doesNotContain("Unsupported");
    }

    private static Map<String, Diagram> diagrams() {
        Map<String, Diagram> diagrams = new LinkedHashMap<>();
        CanonicalStacks.all().forEach((name, stack) -> diagrams.put(name, Diagram.of(stack)));
        diagrams.put("comparison", Diagram.compare(CanonicalStacks.virtualMachines(), CanonicalStacks.containers()));
        AggregationEngine engine = AggregationEngine.create();
        diagrams.put(
                "disk-by-kind",
                Diagram.diskByKind(engine.compare(CanonicalStacks.virtualMachines(), CanonicalStacks.containers())));
        diagrams.put("disk-by-kind-hostile", Diagram.diskByKind(engine.compare(hostile(), hostile())));
        diagrams.put("image-layers", Diagram.imageLayers(CanonicalStacks.sharedLayers()));
        diagrams.put("image-layers-hostile", Diagram.imageLayers(hostile()));
        Fleet fleet = engine.fleet(HOSTILE.get(0))
                .addAll(CanonicalStacks.all().values().stream())
                .build();
        diagrams.put("utilisation", Diagram.utilisation(fleet, AdmissionRule.standard()));
        return diagrams;
    }

    private static Hardware hostile() {
        Application.Builder application = Application.builder(HOSTILE.get(0)).version(HOSTILE.get(5));
        DockerDaemon daemon = DockerDaemon.builder(HOSTILE.get(2))
                .runs(Binaries.builder(HOSTILE.get(1)).runs(application.build()).build())
                .runs(Binaries.builder(HOSTILE.get(6)).build())
                .runs(Binaries.builder(HOSTILE.get(7)).build())
                .build();
        return Hardware.builder(HOSTILE.get(4))
                .runs(HostOS.builder(HOSTILE.get(3)).runs(daemon).build())
                .build();
    }

    private static Page open(String name, Diagram diagram) throws IOException {
        return browser.open(Files.writeString(folder.resolve(name + ".svg"), diagram.svg()));
    }
}
