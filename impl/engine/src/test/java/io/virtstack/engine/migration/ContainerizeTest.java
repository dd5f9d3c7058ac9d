package io.virtstack.engine.migration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.MoreCollectors;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.engine.Standing;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Volume;
import io.virtstack.migration.Containerization;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** S12 by example: what becomes of what ran in guests. */
class ContainerizeTest {
    private static final Application APP =
            Application.builder("app").disk("0 B").build();
    private static final Binaries LIB =
            Binaries.builder("lib").disk("48 MB").runs(APP).build();
    private static final Binaries OTHER =
            Binaries.builder("other").disk("2 MB").runs(APP).build();

    private final AggregationEngine engine = AggregationEngine.create();
    private final Containerization onto = Migration.onto(
            HostOS.builder("host").build(),
            DockerDaemon.builder("docker").disk("0 B").build());

    private static GuestOS.Builder debian(String version) {
        return GuestOS.builder("vm").distribution("debian").version(version);
    }

    private static Hardware rack(GuestOS... guests) {
        return Hardware.builder("rack")
                .runs(Hypervisor.bareMetal("esxi")
                        .runsAll(ImmutableList.copyOf(guests))
                        .build())
                .build();
    }

    private static DockerDaemon daemon(Hardware machine) {
        return (DockerDaemon) Moved.all(machine, DockerDaemon.class)
                .collect(MoreCollectors.onlyElement())
                .layer();
    }

    private long disk(Hardware machine) {
        return engine.footprint(machine).disk().amount();
    }

    @Test
    void aUserlandIsEmptyUntilStated() {
        assertThat(daemon(onto.containerize(rack(debian("12").runs(LIB).build())))
                        .runs())
                .containsExactly(LIB);
    }

    @Test
    void aUserlandIsStoredOnceForAllGuestsOfADistributionAndVersion() {
        Containerization withUserland = onto.withUserland("debian", "12", DataSize.parse("100 MB"));

        Hardware two = withUserland.containerize(
                rack(debian("12").runs(LIB).build(), debian("12").runs(OTHER).build()));

        assertThat(disk(two)).isEqualTo(150_000_000);
        List<ImageLayer> bases = daemon(two).runs().stream()
                .map(image -> image.image().orElseThrow().layers().get(0))
                .toList();
        assertThat(bases).hasSize(2);
        assertThat(bases.get(0)).isEqualTo(bases.get(1));
    }

    @Test
    void anotherVersionIsAnotherUserland() {
        Containerization withUserlands = onto.withUserland("debian", "12", DataSize.parse("100 MB"))
                .withUserland("debian", "13", DataSize.parse("110 MB"));

        Hardware two = withUserlands.containerize(
                rack(debian("12").runs(LIB).build(), debian("13").runs(LIB).build()));

        assertThat(disk(two)).isEqualTo(100_000_000 + 110_000_000 + 2 * 48_000_000);
    }

    @Test
    void theLastStatementOfAUserlandHolds() {
        Containerization twice = onto.withUserland("debian", "12", DataSize.parse("1 GB"))
                .withUserland("debian", "12", DataSize.parse("100 MB"));

        assertThat(disk(twice.containerize(rack(debian("12").runs(LIB).build()))))
                .isEqualTo(148_000_000);
        assertThatThrownBy(() -> onto.withUserland("debian", "12", DataSize.ofBytes(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("negative");
    }

    @Test
    void imagesHaveTheirUserlandAlready() {
        Binaries image = Binaries.builder("nginx")
                .image(Image.of(ImageLayer.builder(Digest.sha256("layer")).build()))
                .runs(APP)
                .build();
        GuestOS guest = debian("12")
                .runs(image)
                .runs(DockerDaemon.builder("podman").runs(LIB).build())
                .build();

        Hardware after =
                onto.withUserland("debian", "12", DataSize.parse("100 MB")).containerize(rack(guest));

        assertThat(daemon(after).runs()).containsExactlyInAnyOrder(image, LIB);
    }

    @Test
    void whatAWindowsGuestRanNeedsAWindowsKernel() {
        GuestOS windows =
                GuestOS.builder("vm").family(OsFamily.WINDOWS).runs(LIB).build();
        HostOS host = HostOS.builder("host")
                .family(OsFamily.WINDOWS)
                .runs(Hypervisor.hosted("hyper-v").runs(windows).build())
                .build();

        Hardware after = onto.containerize(Hardware.builder("rack").runs(host).build());

        assertThat(Iterables.getOnlyElement(daemon(after).runs()).kernel()).isEqualTo(OsFamily.WINDOWS);
        assertThat(engine.check(after, AdmissionRule.standard())).isEmpty();
        assertThat(Moved.asTheyRun(after)).containsOnlyKeys(APP);
    }

    @Test
    void copiesMultiply() {
        GuestOS guest =
                debian("12").runs(LIB.withRuns(ImmutableList.of(APP, APP)), 5).build();
        Hardware machine = Hardware.builder("rack")
                .runs(Hypervisor.bareMetal("esxi").runs(guest, 7).build(), 3)
                .build();

        assertThat(Moved.applications(onto.containerize(machine))).containsValue(210L);
    }

    @Test
    void moreCopiesThanCanBeCountedAreAnError() {
        GuestOS guest = debian("12").runs(LIB, 50_000).build();

        assertThatThrownBy(() -> onto.containerize(Hardware.builder("rack")
                        .runs(Hypervisor.bareMetal("esxi").runs(guest, 50_000).build())
                        .build()))
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("2500000000 copies of Binaries lib");
    }

    @Test
    void whatRunsOnTheStatedHostAndDaemonStaysOnThem() {
        Binaries agent = Binaries.builder("agent").build();
        Hardware after = Migration.onto(
                        HostOS.builder("host").runs(agent).build(),
                        DockerDaemon.builder("docker").runs(OTHER).build())
                .containerize(rack(debian("12").runs(LIB).build()));

        assertThat(daemon(after).runs()).containsExactlyInAnyOrder(OTHER, LIB);
        assertThat(Moved.all(after, Binaries.class).map(Standing::layer)).contains(agent);
    }

    @Test
    void volumesOfOneNameInSeveralMachinesStayApart() {
        Hardware three = rack(keeping("10 GB"), keeping("10 GB"), keeping("10 GB"));

        assertThat(engine.footprint(three).disk().amount()).isEqualTo(30_000_000_000L);
        assertThat(engine.footprint(onto.containerize(three)).disk().amount()).isEqualTo(30_000_000_000L);
    }

    @Test
    void volumesOfOneNameAndTwoSizesInTwoMachinesDoNotContradictOneAnother() {
        Hardware two = onto.containerize(rack(keeping("10 GB"), keeping("20 GB")));

        assertThat(engine.check(two, AdmissionRule.standard())).isEmpty();
        assertThat(engine.footprint(two).disk().amount()).isEqualTo(30_000_000_000L);
    }

    @Test
    void aVolumeThatApplicationsOfAMachineShareStaysShared() {
        GuestOS guest = sharing(2);

        assertThat(volumes(onto.containerize(rack(guest.withName("a"), guest.withName("b")))))
                .containsExactlyInAnyOrder("data@a", "data@b");
    }

    @Test
    void copiesOfAMachineWhoseApplicationsShareAVolumeStayApart() {
        Hardware three = onto.containerize(rack(sharing(2), sharing(2), sharing(2)));

        assertThat(volumes(three)).containsExactlyInAnyOrder("data@vm", "data@vm#2", "data@vm#3");
        assertThat(engine.footprint(three).disk().amount()).isEqualTo(30_000_000_000L);
    }

    @Test
    void differentMachinesOfOneNameWhoseApplicationsShareAVolumeStayApart() {
        Hardware two = onto.containerize(rack(sharing(2), sharing(3)));

        assertThat(volumes(two)).containsExactlyInAnyOrder("data@vm", "data@vm#2");
        assertThat(engine.footprint(two).containers()).isEqualTo(5);
    }

    @Test
    void copiesOfADaemonInAMachineKeepTheirOwnVolumes() {
        Binaries image =
                Binaries.builder("postgres").disk("0 B").runs(keeper(), 2).build();
        DockerDaemon inside = DockerDaemon.builder("inside").runs(image).build();
        GuestOS guest = debian("12").disk("0 B").runs(inside, 2).build();

        assertThat(volumes(onto.containerize(rack(guest)))).containsExactlyInAnyOrder("data@vm", "data@vm#2");
    }

    @Test
    void aVolumeIsNotGivenANameThatOneHasAlready() {
        Application other = Application.builder("other")
                .disk("0 B")
                .volume(Volume.of("data@vm", "1 GB"))
                .build();
        DockerDaemon onto = DockerDaemon.builder("docker")
                .runs(Binaries.builder("other").disk("0 B").runs(other).build())
                .build();
        Hardware machine = Migration.onto(HostOS.builder("linux").build(), onto).containerize(rack(sharing(2)));

        assertThat(volumes(machine)).containsExactlyInAnyOrder("data@vm", "data@vm#2");
    }

    private static Set<String> volumes(Hardware machine) {
        return Moved.all(machine, Application.class)
                .flatMap(standing -> ((Application) standing.layer()).volumes().stream())
                .filter(Volume::shared)
                .map(Volume::name)
                .collect(Collectors.toSet());
    }

    private static GuestOS sharing(int copies) {
        Binaries postgres =
                Binaries.builder("postgres").disk("0 B").runs(keeper(), copies).build();
        return debian("12").disk("0 B").runs(postgres).build();
    }

    private static Application keeper() {
        return Application.builder("db")
                .disk("0 B")
                .volume(Volume.of("data", "10 GB"))
                .build();
    }

    private static GuestOS keeping(String size) {
        return debian("12")
                .disk("0 B")
                .runs(Binaries.builder("postgres")
                        .disk("0 B")
                        .runs(Application.builder("db")
                                .disk("0 B")
                                .volume(Volume.of("data", size))
                                .build())
                        .build())
                .build();
    }
}
