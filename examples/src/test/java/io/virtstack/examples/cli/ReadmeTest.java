package io.virtstack.examples.cli;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.Diagram;
import io.virtstack.diagram.Report;
import io.virtstack.docker.DockerEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetCapacity;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.fleet.Ranked;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.StackJson;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.migration.Migration;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the README shows is compiled here, and says what the README says it says. */
class ReadmeTest {
    private static final Path README = Path.of("..", "README.md");

    // spotless:off
    // region ten-lines
    Application orders = Application.builder("orders").disk("5 MB").memory("150 MB").cpu("200m").startup("300 ms").build();
    Binaries python = Binaries.builder("python-deps").disk("48 MB").runs(orders).build();
    GuestOS guest = GuestOS.builder("debian").disk("700 MB").memory("180 MB").cpu("50m").startup("12 s").runs(python).build();
    BareMetalHypervisor esxi = Hypervisor.bareMetal("esxi").disk("1 GB").memory("2 GB").cpu("500m").startup("60 s").runs(guest, 3).build();
    Hardware asVms = Hardware.builder("rack-1").cores(16).memoryCapacity("64 GiB").storage(Storage.ssd("2 TB")).runs(esxi).build();

    HostOS host = HostOS.builder("debian").disk("700 MB").memory("180 MB").cpu("50m").startup("12 s").build();
    DockerDaemon docker = DockerDaemon.builder("docker").disk("300 MB").memory("80 MB").cpu("20m").startup("1 s").build();
    Hardware asContainers = Migration.onto(host, docker).containerize(asVms);

    AggregationEngine engine = AggregationEngine.create();
    Comparison comparison = engine.compare(asVms, asContainers);
    // endregion
    // spotless:on

    @Test
    void theTenLinesPrintWhatTheReadmeSays() throws IOException {
        assertThat(outputInReadme("ten-lines")).isEqualTo(comparison.toString());
    }

    @Test
    void theQuestionsHaveTheAnswersInTheirComments() {
        // spotless:off
        // region questions
        Footprint vms = engine.footprint(asVms);                              // vms.disk() is 3259 MB, vms.operatingSystems() is 3
        Aggregation answers = engine.aggregate(asContainers);
        Total<DataSize> images = answers.byKind(Figure.DISK).row(Category.BINARIES);       // 48 MB: three containers, one image
        Breakdown<LayerPath, DataSize> shares = answers.byApplication(Figure.DISK);        // what each application owes, exactly
        Explanation<DataSize> why = answers.explain(Figure.DISK);                          // down to layers and reasons
        ImmutableList<ImageUsage> usages = answers.images();                               // size, shared and unique bytes

        GuestOS bigger = guest.withMachine(VirtualHardware.of(2, "4 GiB", "40 GB"));       // what if? every layer has withers
        Capacity more = engine.capacity(asVms, Placement.on(esxi, bigger), AdmissionRule.standard());  // 49 more: disk stops the next
        ImmutableList<Violation> wrong = engine.check(asVms, AdmissionRule.standard());    // none
        // endregion
        // spotless:on

        assertThat(vms.disk().value()).isEqualTo(DataSize.parse("3259 MB"));
        assertThat(vms.operatingSystems()).isEqualTo(3);
        assertThat(images.value()).isEqualTo(DataSize.parse("48 MB"));
        assertThat(shares.total()).isEqualTo(answers.footprint().disk());
        assertThat(why.total()).isEqualTo(answers.footprint().disk().value());
        assertThat(usages)
                .singleElement()
                .satisfies(usage -> assertThat(usage.containers()).isEqualTo(3));
        assertThat(more.copies()).isEqualTo(49);
        assertThat(more.binding()).extracting(Limit::resource).containsExactly(Resource.DISK);
        assertThat(wrong).isEmpty();
    }

    @Test
    void fleetsAnswerAndFollowEditsAsTheReadmeSays() {
        // spotless:off
        Stream<Hardware> hosts = Stream.of(asContainers, asContainers.withName("rack-2"));
        // region fleets
        Fleet fleet = engine.fleet("data centre").addAll(hosts).build();                   // host by host: no value stays in memory
        Total<DataSize> disk = fleet.total(Figure.DISK);                                   // afresh at each call, on all cores when it is large
        ImmutableList<Ranked<DataSize>> most = fleet.top(10, Grouping.IMAGE, Figure.DISK); // by host, application or image
        FleetCapacity room = fleet.capacity(python, AdmissionRule.standard());             // on each machine, under one rule

        LiveFleet live = engine.liveFleet("data centre");
        live.add(asContainers);
        LayerPath daemon = new LayerPath(ImmutableList.of("rack-1", "debian", "docker"));
        live.add(daemon, python, 10);                                                      // all of it, or an exception and nothing
        FleetSnapshot now = live.snapshot();                                               // consistent, never waits
        // endregion
        // spotless:on

        assertThat(disk.value()).isEqualTo(DataSize.parse("2106 MB"));
        assertThat(most)
                .singleElement()
                .satisfies(image -> assertThat(image.name()).isEqualTo("python-deps"));
        assertThat(room.copies()).isPositive();
        assertThat(now.footprint().containers()).isEqualTo(13);
        assertThat(now.total(Figure.DISK).value()).isEqualTo(DataSize.parse("1053 MB"));
    }

    @Test
    void imagesAreReadAsTheReadmeSays() throws IOException {
        try (SampleArchive sample = SampleArchive.create()) {
            Path archive = sample.path();
            // region read-images
            ImmutableList<Binaries> images = ImageReader.create().read(archive);
            DockerDaemon daemon = DockerDaemon.builder("docker").runsAll(images).build();
            // endregion
            assertThat(images).hasSize(2);
            assertThat(daemon.runs()).hasSize(2);
        }
    }

    @Test
    void inventoriesAreReadAsTheReadmeSays(@TempDir Path folder, @TempDir Path other) throws IOException {
        Files.writeString(folder.resolve("lscpu.json"), """
                {"lscpu": [{"field": "Architecture:", "data": "x86_64"}, {"field": "CPU(s):", "data": "8"}]}
                """);
        Files.writeString(folder.resolve("os-release"), "ID=debian\nVERSION_ID=12\n");
        Files.writeString(folder.resolve("domain.xml"), """
                <domain type='kvm' id='1'><name>web</name><memory unit='GiB'>2</memory><vcpu>2</vcpu></domain>
                """);
        Path file = other.resolve("machine.json");
        // spotless:off
        // region read-inventories
        Inventory inventory = Inventory.read(folder);                 // say lscpu.json, lsblk.json, os-release, containers.json, domain.xml
        Hardware machine = inventory.machines().get(0);               // what runs on it stands on it; what no file says is unknown
        ImmutableList<InventoryNote> notes = inventory.notes();       // what was assumed or left out: file, line, reason

        StackJson.write(machine, file);                               // VirtStack's own form, with a schema; fleets are JSON Lines
        Hardware same = StackJson.read(file);
        Inventory here = Inventory.ofThisMachine();
        // endregion
        // spotless:on

        assertThat(machine.cores()).hasValue(8);
        assertThat(engine.footprint(machine).virtualMachines()).isEqualTo(1);
        assertThat(notes).anyMatch(note -> note.file().endsWith("domain.xml"));
        assertThat(same).isEqualTo(machine);
        assertThat(here.machines()).hasSize(1);
    }

    @Test
    void picturesAreDrawnAsTheReadmeSays() {
        Fleet fleet = engine.fleet("data centre").add(asContainers, 1000).build();
        // spotless:off
        // region draw
        String svg = Diagram.of(asVms).svg();                         // light and dark, accessible, no script
        byte[] png = Diagram.compare(asVms, asContainers).png(1200);
        String mermaid = Diagram.of(fleet).mermaid();                 // ten million containers are drawn like a hundred
        String text = Diagram.imageLayers(asContainers).text(100);    // what shares what: as wide as its bytes
        Diagram bars = Diagram.diskByKind(comparison);
        Diagram strip = Diagram.utilisation(fleet, AdmissionRule.standard());
        String page = Report.compare(asVms, asContainers).html();     // tables, pictures, broken rules, unknowns, sources
        // endregion
        // spotless:on

        assertThat(svg).startsWith("<svg");
        assertThat(png).startsWith(0x89, 'P', 'N', 'G');
        assertThat(mermaid).contains("1,000 machines");
        assertThat(text).contains("python-deps");
        assertThat(bars.text(100)).contains("2.1 GB");
        assertThat(strip.text(100)).contains("1,000");
        assertThat(page).startsWith("<!DOCTYPE html>");
    }

    /** Compiled only: the command {@code docker} is tested with engines. */
    void readsAnEngineAsTheReadmeSays() {
        // spotless:off
        // region read-docker
        try (DockerEngine docker = DockerEngine.connect()) {          // DOCKER_HOST, else the local socket; tcp:// with TLS too
            Hardware machine = docker.read().machine();               // hardware → host OS → daemon → images → containers
            System.out.println(engine.footprint(machine));
        }
        // endregion
        // spotless:on
    }

    private static String outputInReadme(String region) throws IOException {
        Matcher block = Pattern.compile("<!-- output " + region + " -->\n```text\n(.*?)\n```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        assertThat(block.find()).as("an output block for " + region).isTrue();
        return block.group(1);
    }
}
