package io.virtstack.diagram;

import com.google.common.collect.ImmutableSet;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

import static org.assertj.core.api.Assertions.assertThat;

/** Names come from files that nobody vouches for. Whatever they hold, a picture is made of its own parts only. */
class HostileNamesProperties {
    private static final ImmutableSet<String> ELEMENTS =
            ImmutableSet.of("svg", "title", "desc", "style", "rect", "g", "text");
    private static final ImmutableSet<String> ATTRIBUTES = ImmutableSet.of(
            "xmlns",
            "width",
            "height",
            "viewBox",
            "role",
            "aria-label",
            "font-family",
            "class",
            "x",
            "y",
            "rx",
            "font-size",
            "font-weight",
            "textLength",
            "lengthAdjust");

    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> hostile = Arbitraries.of(
                "<script>alert(1)</script>",
                "\"><svg onload=alert(1)>",
                "'\" onmouseover=alert(1) x='",
                "]]><!-- --><![CDATA[",
                "&amp;&#60;script&#62;",
                "</style><script>",
                "javascript:alert(1)",
                "a\"]:::x\n    click b0 \"javascript:alert(1)\"",
                "`**bold**` <br/> #quot; ;;;",
                "end",
                "\u001b[2J\u001b]0;owned\u0007",
                "\u009b31m",
                "a\u202Egnp.exe",
                "\u2066\u2069\u200B\uFEFF",
                "line\nbreak\r\n\ttab\u2028\u2029\u0085",
                "\uD800 unpaired",
                "\uFFFF\uFFFE\u0000",
                "%s%n${jndi:ldap://x}",
                "e\u0301\u0301\u0301\u0301\u0301",
                "\uFDFD\uD808\uDC2B",
                "x".repeat(10_000));
        return Arbitraries.oneOf(
                        hostile, Arbitraries.strings().all().ofMinLength(1).ofMaxLength(40))
                .filter(name -> !name.isBlank());
    }

    @Property
    void svgHoldsItsOwnElementsOnly(@ForAll @Size(5) List<@net.jqwik.api.From("names") String> names) {
        Document svg = SvgOutline.parse(diagram(names).svg());

        assertHoldsItsOwn(svg);
        assertThat(svg.getElementsByTagName("g").getLength()).isEqualTo(5);
    }

    @Property
    void textHoldsNothingThatATerminalWouldObey(@ForAll @Size(5) List<@net.jqwik.api.From("names") String> names) {
        String text = diagram(names).text(100);

        assertNothingToObey(text);
        assertThat(diagram(names).asciiText(100).codePoints())
                .allMatch(point -> point == '\n' || (point >= 0x20 && point < 0x7F));
    }

    @Property
    void everyLineOfMermaidIsOneOfItsOwn(@ForAll @Size(5) List<@net.jqwik.api.From("names") String> names) {
        String mermaid = diagram(names).mermaid();

        assertThat(mermaid.lines())
                .allMatch(
                        line -> line.matches(
                                "flowchart BT|    accTitle: [^\"<>{}\\[\\];#`]*|    b\\d+\\[\"[^\"`{}\\[\\]\\\\|]*\"]:::[a-z-]+|    b\\d+ --- b\\d+|    classDef [a-z-]+ [a-z:#0-9,]+"));
        assertThat(mermaid.lines().filter(line -> line.contains("[\"")).map(line -> line.replace("<br/>", "")))
                .noneMatch(line -> line.contains("<") || line.contains(">"));
    }

    @Property(tries = 100)
    void chartsHoldNothingElseEither(@ForAll @Size(5) List<@net.jqwik.api.From("names") String> names) {
        for (Diagram chart : charts(names)) {
            assertHoldsItsOwn(SvgOutline.parse(chart.svg()));
            assertNothingToObey(chart.text(100));
            assertThat(chart.asciiText(60).codePoints())
                    .allMatch(point -> point == '\n' || (point >= 0x20 && point < 0x7F));
            assertThat(chart.mermaid().lines())
                    .allMatch(
                            line -> line.matches(
                                    "xychart-beta horizontal|    title \"[^\"`<>]*\"|    x-axis \\[(\"[^\"`<>]*\"(, )?)+\\]|    y-axis \"[a-z]+\"|    bar \\[[-0-9, ]+\\]"
                                            + "|flowchart BT|    accTitle: [^\"<>{}\\[\\];#`]*|    b\\d+\\[\"[^\"`{}\\[\\]\\\\|]*\"\\]:::[a-z-]+|    b\\d+ --- b\\d+|    classDef [a-z-]+ [a-z:#0-9,]+"));
        }
    }

    private static List<Diagram> charts(List<String> names) {
        Hardware machine = machine(names);
        AggregationEngine engine = AggregationEngine.create();
        return List.of(
                Diagram.diskByKind(
                        engine.compare(machine, Hardware.builder(names.get(0)).build())),
                Diagram.imageLayers(machine),
                Diagram.utilisation(engine.fleet(names.get(0)).add(machine).build(), AdmissionRule.standard()));
    }

    private static void assertHoldsItsOwn(Document svg) {
        Set<String> elements = new HashSet<>();
        Set<String> attributes = new HashSet<>();
        NodeList all = svg.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            elements.add(element.getTagName());
            for (int j = 0; j < element.getAttributes().getLength(); j++) {
                attributes.add(element.getAttributes().item(j).getNodeName());
            }
        }
        assertThat(ELEMENTS).containsAll(elements);
        assertThat(ATTRIBUTES).containsAll(attributes);
    }

    private static void assertNothingToObey(String text) {
        assertThat(text.codePoints()
                        .filter(point -> point != '\n')
                        .filter(point -> Character.isISOControl(point)
                                || Character.getType(point) == Character.FORMAT
                                || Character.getType(point) == Character.SURROGATE
                                || Character.getType(point) == Character.LINE_SEPARATOR
                                || Character.getType(point) == Character.PARAGRAPH_SEPARATOR)
                        .toArray())
                .isEmpty();
    }

    private static Diagram diagram(List<String> names) {
        return Diagram.of(machine(names));
    }

    private static Hardware machine(List<String> names) {
        Application application = Application.builder(names.get(0)).build();
        Binaries image =
                Binaries.builder(names.get(1)).disk("1 MB").runs(application).build();
        DockerDaemon daemon = DockerDaemon.builder(names.get(2)).runs(image).build();
        HostOS hostOS = HostOS.builder(names.get(3)).runs(daemon).build();
        return Hardware.builder(names.get(4)).runs(hostOS).build();
    }
}
