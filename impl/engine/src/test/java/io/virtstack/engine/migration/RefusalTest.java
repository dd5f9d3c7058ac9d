package io.virtstack.engine.migration;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Volume;
import io.virtstack.migration.Migration;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

/** S12: what cannot move is refused with all the reasons. */
class RefusalTest {
    private static final HostOS LINUX =
            HostOS.builder("linux").family(OsFamily.LINUX).build();
    private static final DockerDaemon DAEMON = DockerDaemon.builder("docker").build();
    private static final HostedHypervisor KVM = Hypervisor.hosted("kvm").build();
    private static final GuestOS TEMPLATE = GuestOS.builder("template")
            .family(OsFamily.LINUX)
            .architecture(Architecture.ARM64)
            .build();

    private static GuestOS windows(String name) {
        return GuestOS.builder(name).family(OsFamily.WINDOWS).build();
    }

    private static GuestOS arm(String name) {
        return GuestOS.builder(name).architecture(Architecture.ARM64).build();
    }

    private static Hardware.Builder rack() {
        return Hardware.builder("rack").architecture(Architecture.AMD64);
    }

    private static ImmutableList<Violation> refusals(Hardware machine) {
        return catchThrowableOfType(
                        InvalidModelException.class,
                        () -> Migration.onto(LINUX, DAEMON).containerize(machine))
                .violations();
    }

    @Test
    void moreMachinesThanCanBeToldApart() {
        Application keeper =
                Application.builder("db").volume(Volume.of("data", "1 GB")).build();
        GuestOS sharing = GuestOS.builder("debian")
                .runs(Binaries.builder("lib").runs(keeper, 2).build())
                .build();
        Hardware machine = rack().runs(
                        Hypervisor.bareMetal("esxi").runs(sharing, 10_001).build())
                .build();

        assertThat(refusals(machine))
                .extracting(Violation::rule, Violation::place)
                .containsExactly(tuple(Rule.MIGRATION_PLACE, "rack, GuestOS debian"));
    }

    @Test
    void allForeignGuestsAtOnceOnWhicheverHostTheyAre() {
        GuestOS outer = GuestOS.builder("outer")
                .runs(Hypervisor.hosted("nested").runs(windows("inner")).build())
                .build();
        Hardware machine = rack().runs(LINUX.withRuns(
                        ImmutableList.of(KVM.withRuns(ImmutableList.of(windows("hosted"), arm("board"))))))
                .runs(Hypervisor.bareMetal("esxi")
                        .runs(outer)
                        .runs(windows("direct"))
                        .build())
                .build();

        assertThat(refusals(machine))
                .extracting(
                        violation -> violation.place() + " " + violation.rule().id() + " " + violation.value())
                .containsExactlyInAnyOrder(
                        "rack, guest hosted migration.family WINDOWS on LINUX",
                        "rack, guest board migration.architecture ARM64 on AMD64",
                        "rack, guest inner migration.family WINDOWS on LINUX",
                        "rack, guest direct migration.family WINDOWS on LINUX");
        assertThat(refusals(machine))
                .allSatisfy(violation -> assertThat(violation.remedy()).isNotBlank());
    }

    @Test
    void eachReasonIsSaidOnce() {
        Hardware machine = rack().runs(Hypervisor.bareMetal("esxi")
                        .runs(windows("vm"), 3)
                        .runs(windows("vm").withRunning(false))
                        .build())
                .build();

        assertThat(refusals(machine)).hasSize(1);
    }

    @Test
    void guestsOfTheHostsOwnFamilyAreNotForeign() {
        HostOS windowsHost = LINUX.withFamily(OsFamily.WINDOWS)
                .withRuns(ImmutableList.of(KVM.withRuns(ImmutableList.of(windows("vm")))));

        Hardware after = Migration.onto(LINUX, DAEMON)
                .containerize(rack().runs(windowsHost).build());

        assertThat(Moved.copies(after, GuestOS.class)).isZero();
    }

    private static Hardware containers(Binaries... images) {
        return rack().runs(LINUX.withRuns(ImmutableList.of(DAEMON.withRuns(ImmutableList.copyOf(images)))))
                .build();
    }

    private static Binaries image(String name, OsFamily family) {
        return Binaries.builder(name)
                .family(family)
                .runs(Application.builder("app").build())
                .build();
    }

    @Test
    void aTemplateOfAnotherArchitectureAndImagesOfAnotherFamily() {
        Hardware machine = containers(image("iis", OsFamily.WINDOWS), image("jail", OsFamily.FREEBSD));

        InvalidModelException refused = catchThrowableOfType(
                InvalidModelException.class, () -> Migration.into(KVM, TEMPLATE).virtualize(machine));

        assertThat(refused.violations())
                .extracting(Violation::rule)
                .containsExactlyInAnyOrder(Rule.MIGRATION_ARCHITECTURE, Rule.MIGRATION_FAMILY, Rule.MIGRATION_FAMILY);
    }

    @Test
    void whatHasNoContainersIsReturnedAsItIsWhateverTheTemplate() {
        Hardware machine = rack().runs(LINUX).build();

        assertThat(Migration.into(KVM, TEMPLATE).virtualize(machine)).isEqualTo(machine);
    }

    @Test
    void anImageThatIsLeftBehindIsNoReason() {
        Binaries unused = Binaries.builder("iis").family(OsFamily.WINDOWS).build();

        Hardware after = Migration.into(KVM, TEMPLATE.withArchitecture(Architecture.AMD64))
                .virtualize(containers(unused, image("nginx", OsFamily.LINUX)));

        assertThat(Moved.copies(after, Binaries.class)).isEqualTo(1);
        assertThat(Moved.copies(after, GuestOS.class)).isEqualTo(1);
    }

    @Test
    void aHostThatRunsMoreThanDaemonsCannotGo() {
        HostOS host = LINUX.withRuns(ImmutableList.of(
                DAEMON.withRuns(ImmutableList.of(image("nginx", OsFamily.LINUX))),
                Binaries.builder("lib").build()));

        assertThatThrownBy(() -> Migration.into(
                                Hypervisor.bareMetal("esxi").build(),
                                GuestOS.builder("template").build())
                        .virtualize(rack().runs(host).build()))
                .isInstanceOf(InvalidModelException.class)
                .hasMessage("linux: migration.place: the host operating system runs more than daemons: [Binaries lib]; "
                        + "choose a hosted hypervisor, or move the rest into containers first");
    }
}
