package io.virtstack.diagram;

import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.diagram.layout.PlainText;
import io.virtstack.footprint.Figure;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.violation.Violation;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.jsoup.nodes.Element;
import org.w3c.dom.Document;

import static org.assertj.core.api.Assertions.assertThat;

/** Reports of whatever stacks there are, and whatever their names hold. */
class ReportProperties {
    private static final int TRIES = 100;

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> hostile = Arbitraries.of(
                "<script>alert(1)</script>",
                "</script><script>alert(1)</script>",
                "</style></svg></table><img src=x onerror=alert(1)>",
                "<style>*{background:url(http://127.0.0.1/x)}</style>",
                "\"><svg onload=alert(1)>",
                "'\" onmouseover=alert(1) x='",
                "]]>",
                "-->",
                "<!-- ",
                "&amp;&#60;b&#62;&lt;",
                "javascript:alert(1)",
                "<a href=\"javascript:alert(1)\">x</a>",
                "\u001b[2J\u0000\u0007",
                "a\u202Egnp.exe",
                "\u05D0\u05D1\u05D2 \u0661\u0662",
                "line\nbreak\r\n\ttab\u2028\u2029\u0085",
                "\uD800 unpaired",
                "\uFFFF\uFFFE",
                "a/b/../c");
        return Arbitraries.oneOf(
                        hostile, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40))
                .filter(name -> !name.isBlank());
    }

    @Property(tries = TRIES)
    void namesAreTextAndNothingElse(@ForAll @Size(8) List<@From("names") String> names) {
        Report hostile = Report.of(stack(names)).withNotes(names);
        Report compared = Report.compare(stack(names), stack(names).withName("after"));
        List<String> plain = Collections.nCopies(8, "harmless");

        // The same parts as with names that do nothing: no name has added one.
        assertThat(parts(ParsedReport.of(hostile)))
                .isSubsetOf(parts(ParsedReport.of(Report.of(stack(plain)).withNotes(plain))));
        assertThat(parts(ParsedReport.of(compared)))
                .isSubsetOf(parts(ParsedReport.of(
                        Report.compare(stack(plain), stack(plain).withName("after")))));
        assertThat(ParsedReport.of(hostile).document().select("script")).hasSize(1);
        Document read = SvgOutline.parse(hostile.html());
        for (String name : names) {
            assertThat(read.getDocumentElement().getTextContent()).contains(PlainText.of(name));
        }
    }

    /** Which elements there are, with the names of their attributes. */
    private static Set<String> parts(ParsedReport page) {
        Set<String> parts = new TreeSet<>();
        for (Element element : page.document().getAllElements()) {
            parts.add(element.tagName());
            element.attributes().forEach(attribute -> parts.add(element.tagName() + "@" + attribute.getKey()));
        }
        return parts;
    }

    @Property(tries = TRIES)
    void tablesAddUpToTheFiguresOfTheEngine(@ForAll("stacks") Hardware stack) {
        ParsedReport page = ParsedReport.of(Report.of(stack));

        for (Figure<?> figure : Figure.all()) {
            assertThat(page.cell("What it costs", figure.label(), "exactly"))
                    .isEqualTo(AggregationEngine.create()
                            .aggregate(stack)
                            .find(figure)
                            .<Object>map(total -> total)
                            .orElse("no application runs")
                            .toString());
        }
        ReportTest.assertSums(page);
    }

    @Provide
    Arbitrary<Hardware> stacks() {
        return Stacks.any();
    }

    @Property(tries = TRIES)
    void aReportShowsWhateverIsBroken(@ForAll("conflicting") Hardware stack) {
        ParsedReport page = ParsedReport.of(Report.of(stack));

        List<String> shown = page.tables("Rules that are broken").stream()
                .flatMap(table -> table.select("td").eachText().stream())
                .toList();
        for (Violation violation : AggregationEngine.create().check(stack, AdmissionRule.standard())) {
            assertThat(shown).contains(violation.rule().id());
        }
    }

    @Provide
    Arbitrary<Hardware> conflicting() {
        return Stacks.conflicting();
    }

    private static Hardware stack(List<String> names) {
        Application application = Application.builder(names.get(0))
                .memory("1 GB")
                .memoryLimit("1 MB")
                .build();
        Binaries image =
                Binaries.builder(names.get(1)).disk("1 GB").runs(application).build();
        DockerDaemon daemon = DockerDaemon.builder(names.get(2)).runs(image).build();
        HostOS hostOS = HostOS.builder(names.get(3))
                .runs(daemon)
                .runs(Hypervisor.hosted(names.get(4))
                        .runs(GuestOS.builder(names.get(5))
                                .runs(Binaries.builder(names.get(6))
                                        .disk("1 GB")
                                        .build())
                                .build())
                        .build())
                .build();
        return Hardware.builder(names.get(7))
                .memoryCapacity("1 MB")
                .runs(hostOS)
                .build();
    }
}
