package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import com.google.common.hash.Hashing;
import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import io.virtstack.quantity.Ratio;
import io.virtstack.violation.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ReportTest {
    private static final AggregationEngine ENGINE = AggregationEngine.create();

    @TestFactory
    Stream<DynamicTest> everyReportIsAWellBuiltPage() {
        return reports().entrySet().stream()
                .map(report -> DynamicTest.dynamicTest(report.getKey(), () -> assertWellBuilt(report.getValue())));
    }

    static Map<String, Report> reports() {
        Map<String, Report> reports = new LinkedHashMap<>();
        CanonicalStacks.all().forEach((name, stack) -> reports.put(name, Report.of(stack)));
        reports.put("comparison", Report.compare(CanonicalStacks.virtualMachines(), CanonicalStacks.containers()));
        reports.put("machines", Report.of("machines", CanonicalStacks.all().values()));
        reports.put("no machines", Report.of("nothing", ImmutableList.of()));
        reports.put("fleet", Report.of(fleet(1)));
        reports.put("undefined", Report.of(undefined()));
        reports.put("undefined comparison", Report.compare(undefined(), CanonicalStacks.containers()));
        reports.put(
                "undefined fleet",
                Report.of(ENGINE.fleet("undefined").add(undefined()).build()));
        reports.put("broken", Report.of(overfull()).withNotes(ImmutableList.of("one", "two")));
        return reports;
    }

    private static void assertWellBuilt(Report report) {
        ParsedReport page = ParsedReport.of(report);

        assertThat(page.document().select("html").attr("lang")).isEqualTo("en");
        assertThat(page.document().title()).endsWith("VirtStack report");
        assertThat(page.document().select("h1")).hasSize(1);
        assertThat(page.document().select("header, nav, main")).hasSize(3);
        assertHeadingsInOrder(page);
        assertThat(page.document().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.document().select("a"))
                .isNotEmpty()
                .allSatisfy(link ->
                        assertThat(page.document().select(link.attr("href"))).hasSize(1));
        assertThat(page.document().select("section"))
                .allSatisfy(section -> assertThat(page.document().getElementById(section.attr("aria-labelledby")))
                        .isNotNull());
        assertThat(page.document().select("table")).isNotEmpty().allSatisfy(table -> {
            assertThat(table.select("> caption").text()).isNotBlank();
            assertThat(table.select("> thead th"))
                    .allMatch(head -> head.attr("scope").equals("col"));
            assertThat(table.select("> tbody > tr, > tfoot > tr"))
                    .isNotEmpty()
                    .allMatch(row -> row.child(0).is("th[scope=row]"))
                    .allMatch(row ->
                            row.childrenSize() == table.select("> thead th").size());
        });
        assertThat(page.document().select("[style], [src], link, iframe, img, form"))
                .isEmpty();
        assertThat(report.html()).isEqualTo(report.html());
    }

    private static void assertHeadingsInOrder(ParsedReport page) {
        int level = 0;
        for (Element heading : page.document().select("h1, h2, h3, h4, h5, h6")) {
            int next = heading.tagName().charAt(1) - '0';
            assertThat(next).as(heading.text()).isLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    @Test
    void figuresAreThoseOfTheEngine() {
        Hardware machine = CanonicalStacks.sharedLayers();
        Aggregation aggregation = ENGINE.aggregate(machine);
        ParsedReport page = ParsedReport.of(Report.of(machine));

        for (Figure<?> figure : Figure.all()) {
            assertThat(page.cell("What it costs", figure.label(), "exactly"))
                    .isEqualTo(aggregation
                            .footprint()
                            .find(figure)
                            .<Object>map(total -> total)
                            .orElse("no application runs")
                            .toString());
        }
        Breakdown<Category, DataSize> kinds = aggregation.byKind(Figure.DISK);
        kinds.rows().forEach((category, total) -> {
            if (total.amount() != 0) {
                assertThat(page.cell("By kind of layer", category.label(), "disk"))
                        .isEqualTo(total.toString());
            }
        });
        for (ImageUsage image : aggregation.images()) {
            assertThat(page.cell("Images", image.name(), "size"))
                    .isEqualTo(image.size().toString());
            assertThat(page.cell("Images", image.name(), "shared"))
                    .isEqualTo(image.shared().map(DataSize::toString).orElse("unknown"));
            assertThat(page.cell("Images", image.name(), "containers")).isEqualTo("" + image.containers());
        }
        assertThat(page.cell("What nobody stated", "rack-1/debian/docker", "makes a lower bound of"))
                .contains("disk");
        assertThat(page.document().select("details > summary").eachText())
                .contains("disk: " + aggregation.footprint().disk());
    }

    @Test
    void longTablesEndWithTheRestAndTheExactSum() {
        Hardware machine = machine(120);
        ParsedReport page = ParsedReport.of(Report.of(machine));
        Element applications = page.table("By application");

        assertThat(applications.select("> tbody > tr")).hasSize(50);
        assertThat(applications.select("> tfoot th").eachText()).containsExactly("70 more", "unattributed", "all");
        assertThat(applications.select("> tbody th").get(0).text()).endsWith("application 119");
        assertThat(page.cell("By application", "all", "disk"))
                .isEqualTo(ENGINE.footprint(machine).disk().toString());
        assertSums(page);
        Element disk = page.table("Lines that make up disk");
        assertThat(disk.select("> tbody > tr")).hasSize(50);
        assertThat(disk.select("> tfoot > tr")).hasSize(1);
    }

    /** That the rows of every table with a sum add up to it. */
    static void assertSums(ParsedReport page) {
        for (Element table : page.document().select("table:has(> tfoot)")) {
            if (table.select("> tfoot > tr:last-child > th").text().equals("all")
                    && !table.select("> caption").text().startsWith("By kind of layer:")) {
                for (Element head : ParsedReport.numbers(table)) {
                    int column = head.elementSiblingIndex();
                    assertThat(ParsedReport.sum(table, column))
                            .as(table.select("> caption").text() + ", " + head.text())
                            .isEqualTo(ParsedReport.saidSum(table, column));
                }
            }
        }
    }

    @Test
    void aStoreWithTwoSizesDoesNotPreventAReport() {
        ParsedReport page = ParsedReport.of(Report.of(undefined()));

        assertThat(page.cell("What it costs", "disk", "exactly")).isEqualTo("undefined");
        assertThat(page.cell("What it costs", "logical disk", "exactly")).isEqualTo("undefined");
        assertThat(page.cell("What it costs", "memory", "exactly")).isEqualTo("3 GB");
        // The other application's start-up is unknown, so that the slowest is only known to take that long.
        assertThat(page.cell("What it costs", "start-up", "exactly")).startsWith("≥ 2 s");
        assertThat(page.table("Rules that are broken").select("td").eachText()).contains(Rule.ONE_SIZE.id());
        assertThat(page.document().select("figure svg")).isNotEmpty();

        ParsedReport changes = ParsedReport.of(Report.compare(undefined(), CanonicalStacks.containers()));
        assertThat(changes.cell("What each costs", "disk", "difference")).isEqualTo("undefined");
        assertThat(changes.cell("What each costs", "memory", "undefined")).isEqualTo("3 GB");
        assertThat(changes.document().select("figure svg")).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void brokenRulesHavePlaceValueAndRemedy() {
        ParsedReport page = ParsedReport.of(Report.of("both", ImmutableList.of(overfull(), overfull())));
        var violation = ENGINE.check(overfull(), AdmissionRule.standard()).get(0);

        Element row = page.table("Rules that are broken").select("> tbody > tr").get(0);
        assertThat(row.children().eachText())
                .containsExactly(violation.place(), violation.rule().id(), violation.value(), violation.remedy(), "2");

        AdmissionRule generous =
                AdmissionRule.builder().memoryOvercommit(Ratio.parse("4")).build();
        ParsedReport allowed = ParsedReport.of(Report.of(overfull()).withRule(generous));
        assertThat(allowed.tables("Rules that are broken")).isEmpty();
        assertThat(allowed.document().text()).contains("No rule is broken.", generous.toString());
    }

    @Test
    void comparisonsSayWhatChanges() {
        Hardware before = CanonicalStacks.virtualMachines();
        Hardware after = CanonicalStacks.containers();
        ParsedReport page = ParsedReport.of(Report.compare(before, after));
        Total<DataSize> disk = ENGINE.footprint(before).disk();
        DataSize difference = ENGINE.footprint(after).disk().value().minus(disk.value());

        assertThat(page.cell("What each costs", "disk", "rack-1, before")).isEqualTo(disk.toString());
        assertThat(page.cell("What each costs", "disk", "difference")).isEqualTo(difference.toString());
        assertThat(page.cell("By kind of layer: disk", "all", "difference")).isEqualTo(difference.toString());
        assertThat(page.document().text()).contains("The same applications run before and after");
        assertThat(page.tables("By application")).hasSize(2);

        ParsedReport others = ParsedReport.of(Report.compare(before, machine(2)));
        assertThat(others.cell("Applications that are not the same", "orders", "change"))
                .isEqualTo("fewer after");
        assertThat(others.cell("Applications that are not the same", "application 1", "copies"))
                .isEqualTo("1");
    }

    @Test
    void aFleetOfTenMillionContainersHasAReportAsLongAsAHundred() {
        String few = Report.of(fleet(1)).html();
        String many = Report.of(fleet(100_000)).html();

        assertThat(many.length()).isLessThan(few.length() * 11 / 10);
        ParsedReport page = ParsedReport.of(Report.of(fleet(100_000)));
        assertThat(page.cell("What it costs", "containers", "exactly")).isEqualTo("10000000");
        assertSums(page);
        assertThat(page.table("Most disk by application").select("> tbody > tr"))
                .hasSize(50);
        assertThat(page.cell("Most disk by application", "all", "disk"))
                .isEqualTo(fleet(100_000).total(Figure.DISK).toString());
    }

    @Test
    void reportsOfManyAreBounded() {
        int few = Report.of(machine(1_000)).html().length();
        int many = Report.of(machine(5_000)).html().length();

        assertThat(many).isLessThan(few * 11 / 10);
    }

    @Test
    void browsersRunAndAskForNothingElse() {
        for (Report report : reports().values()) {
            ParsedReport page = ParsedReport.of(report);
            List<String> expected = new ArrayList<>();
            page.document()
                    .select("style, script")
                    .forEach(element ->
                            expected.add(hash(element.data().isEmpty() ? element.wholeText() : element.data())));
            String policy = page.document()
                    .select("meta[http-equiv=Content-Security-Policy]")
                    .attr("content");

            assertThat(policy)
                    .startsWith("default-src 'none'; style-src 'sha256-")
                    .doesNotContain("unsafe", "http");
            assertThat(List.of(policy.split("[ ;]+"))).containsAll(expected);
            assertThat(page.document().select("script")).hasSize(1);
            assertThat(page.document().head().children().eachAttr("http-equiv")).hasSize(1);
        }
    }

    private static String hash(String text) {
        byte[] hash = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    @Test
    void utilisationIsHeldAgainstTheRule() {
        AdmissionRule rule =
                AdmissionRule.builder().memoryOvercommit(Ratio.parse("4")).build();
        ParsedReport page = ParsedReport.of(Report.of(overfull()).withRule(rule));

        String caption = "How much of each machine is used";
        assertThat(page.cell(caption, "small", "memory")).isEqualTo("2 GB");
        assertThat(page.cell(caption, "small", "memory that may be used")).isEqualTo("4 GB");
        assertThat(page.cell(caption, "small", "memory in per cent")).isEqualTo("50");
        assertThat(page.cell(caption, "small", "CPU in per cent")).isEqualTo("20");
        assertThat(page.cell(caption, "small", "disk in per cent")).isEqualTo("unknown");
        assertThat(page.cell(caption, "small", "most used")).isEqualTo("memory");

        Fleet fleet = ENGINE.fleet("fleet").add(overfull(), 7).build();
        assertThat(ParsedReport.of(Report.of(fleet).withRule(rule)).cell(caption, "small", "machines like it"))
                .isEqualTo("7");
    }

    @Test
    void theFullestMachinesAreShown() {
        ImmutableList.Builder<Hardware> machines = ImmutableList.builder();
        for (int i = 1; i <= 60; i++) {
            machines.add(overfull().withName("machine " + i).withMemoryCapacity(i + " GB"));
        }
        Element table = ParsedReport.of(Report.of("rack", machines.build())).table("How much of each machine is used");

        assertThat(table.select("> tbody th").eachText())
                .hasSize(50)
                .startsWith("machine 1", "machine 2")
                .doesNotContain("machine 60");
        assertThat(table.select("> tfoot").text()).isEqualTo("less full 10");
    }

    @Test
    void notesAreThere() {
        Report report = Report.of(CanonicalStacks.containers());

        assertThat(ParsedReport.of(report).tables("Assumed")).isEmpty();
        ParsedReport page = ParsedReport.of(report.withNotes(ImmutableList.of("a < b", "the store is assumed")));
        assertThat(page.table("Assumed").select("tbody th").eachText())
                .containsExactly("a < b", "the store is assumed");
        assertThat(ParsedReport.of(report.withNotes(Collections.nCopies(201, "again")))
                        .table("Assumed")
                        .select("tfoot")
                        .text())
                .isEqualTo("1 more");
    }

    @Test
    void whatCannotBeRepresentedIsAnError() {
        Hardware machine = Hardware.builder("huge")
                .runs(HostOS.builder("os")
                        .runs(Binaries.builder("all").disk("8 EB").build(), 2)
                        .build())
                .build();

        assertThatThrownBy(() -> Report.of(machine).html()).isInstanceOf(OverflowException.class);
    }

    private static Fleet fleet(long copies) {
        return ENGINE.fleet("fleet").add(machine(100), copies).build();
    }

    private static Hardware overfull() {
        return Hardware.builder("small")
                .cores(1)
                .memoryCapacity("1 GB")
                .runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("1 GB")
                        .cpu("100m")
                        .startup("1 s")
                        .runs(GuestOS.builder("guest")
                                .disk("1 GB")
                                .memory("1 GB")
                                .cpu("100m")
                                .startup("1 s")
                                .build())
                        .build())
                .build();
    }

    private static Hardware undefined() {
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .disk("0 B")
                .memory("1 GB")
                .startup("1 s")
                .runs(image("one", "1 GB")
                        .runs(Application.builder("app")
                                .disk("0 B")
                                .memory("1 GB")
                                .startup("1 s")
                                .volume(Volume.of("data", "1 GB"))
                                .build())
                        .build())
                .runs(image("two", "1 GB")
                        .runs(Application.builder("other")
                                .disk("0 B")
                                .memory("1 GB")
                                .volume(Volume.of("data", "2 GB"))
                                .build())
                        .build())
                .build();
        return Hardware.builder("undefined")
                .runs(HostOS.builder("os")
                        .memory("0 B")
                        .startup("0 s")
                        .runs(daemon)
                        .build())
                .build();
    }

    private static Binaries.Builder image(String name, String disk) {
        return Binaries.builder(name).disk(disk);
    }

    private static Hardware machine(int containers) {
        ImmutableList.Builder<Binaries> images = ImmutableList.builder();
        for (int i = 0; i < containers; i++) {
            images.add(Binaries.builder("image " + i)
                    .disk((i + 1) + " MB")
                    .runs(Application.builder("application " + i)
                            .disk("0 B")
                            .memory("1 MB")
                            .build())
                    .build());
        }
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .disk("100 MB")
                .runsAll(images.build())
                .runs(Binaries.builder("unused").disk("7 B").build())
                .build();
        return Hardware.builder("machine")
                .runs(HostOS.builder("os").runs(daemon).build())
                .build();
    }
}
