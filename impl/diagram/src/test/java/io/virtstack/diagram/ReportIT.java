package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.AggregationEngine;
import io.virtstack.diagram.browser.Browser;
import io.virtstack.diagram.browser.Page;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a real browser makes of reports: no error, no request, nothing cut, no name that does anything. */
class ReportIT {
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
    void reportsAskForNothingAndCutNothing() throws IOException {
        for (Map.Entry<String, Report> report : reports().entrySet()) {
            Page page = open(report.getKey(), report.getValue());

            for (int width : new int[] {1400, 600}) {
                page.resize(width);
                assertThat(page.clippedTexts())
                        .as("%s at %s", report.getKey(), width)
                        .isEmpty();
            }
            assertThat(page.textsOutside("svg g[role]:has(> text)", "rect"))
                    .as(report.getKey())
                    .isEmpty();
            assertThat(page.consoleErrors()).as(report.getKey()).isEmpty();
            assertThat(page.exceptions()).as(report.getKey()).isEmpty();
            assertThat(page.requests()).as(report.getKey()).isEmpty();
        }
    }

    @Test
    void reportsAreReadInLightAndInDark() throws IOException {
        Page page = open("light-and-dark", Report.of(CanonicalStacks.sharedLayers()));

        for (boolean dark : new boolean[] {false, true}) {
            page.emulateDark(dark);
            BufferedImage shown = ImageIO.read(new ByteArrayInputStream(page.screenshot(1000)));

            assertThat((shown.getRGB(2, 2) & 0xFF) < 0x80).as("ground is dark").isEqualTo(dark);
        }
    }

    @Test
    void reportsPrint() throws IOException {
        byte[] pdf = open("printed", Report.of(CanonicalStacks.containers())).printToPdf();

        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(pdf).hasSizeGreaterThan(10_000);
    }

    @Test
    void columnsAreSortedByTheKeyboard() throws IOException {
        Page page = open("sorted", Report.of(CanonicalStacks.hundredImages()));

        String sorted = page.evaluate("""
                (() => {
                  const button = document.querySelector('th button');
                  button.focus();
                  button.click();
                  return button.closest('th').getAttribute('aria-sort');
                })()""").asText();

        assertThat(sorted).isIn("ascending", "descending");
        assertThat(page.exceptions()).isEmpty();
        assertThat(page.consoleErrors()).isEmpty();
    }

    @Test
    void namesDoNothing() throws IOException {
        Hardware hostile = hostile();
        for (Report report : ImmutableList.of(
                Report.of(hostile).withNotes(ImmutableList.of("<script>alert(3)</script>")),
                Report.compare(hostile, hostile.withName("<img src=x onerror=alert(4)>")),
                Report.of(AggregationEngine.create()
                        .fleet("<script>alert(5)</script>")
                        .add(hostile)
                        .build()))) {
            Page page = open("hostile", report);

            assertThat(page.dialogs()).isEmpty();
            assertThat(page.requests()).isEmpty();
            assertThat(page.consoleErrors()).isEmpty();
            assertThat(page.evaluate("document.querySelectorAll('img, iframe, object, [onerror], [onload]').length")
                            .asInt())
                    .isZero();
            assertThat(page.evaluate("document.scripts.length").asInt()).isEqualTo(1);
            assertThat(page.evaluate("document.body.textContent").asText()).contains("<script>alert(1)</script>");
        }
    }

    private static Map<String, Report> reports() {
        ImmutableMap.Builder<String, Report> reports = ImmutableMap.builder();
        CanonicalStacks.all().forEach((name, stack) -> reports.put(name, Report.of(stack)));
        reports.put("comparison", Report.compare(CanonicalStacks.virtualMachines(), CanonicalStacks.containers()));
        reports.put(
                "fleet",
                Report.of(AggregationEngine.create()
                        .fleet("data centre")
                        .add(CanonicalStacks.virtualMachines(), 1000)
                        .add(CanonicalStacks.sharedLayers(), 30)
                        .build()));
        return reports.buildOrThrow();
    }

    private static Hardware hostile() {
        Application application =
                Application.builder("<script>alert(1)</script>").build();
        Binaries image = Binaries.builder("\"><img src=x onerror=alert(2)>")
                .runs(application)
                .build();
        DockerDaemon daemon = DockerDaemon.builder("</style></script><script>alert(2)</script>")
                .runs(image)
                .build();
        HostOS hostOS = HostOS.builder("' onmouseover='alert(2)").runs(daemon).build();
        return Hardware.builder("]]><svg onload=alert(2)>").runs(hostOS).build();
    }

    private static Page open(String name, Report report) throws IOException {
        return browser.open(Files.writeString(folder.resolve(name + ".html"), report.html()));
    }
}
