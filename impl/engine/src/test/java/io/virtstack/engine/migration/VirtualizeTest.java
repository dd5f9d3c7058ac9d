package io.virtstack.engine.migration;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Iterables;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.migration.Migration;
import io.virtstack.quantity.OverflowException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** S12 by example: what becomes of containers. */
class VirtualizeTest {
    private static final Application APP = Application.builder("app").build();
    private static final Binaries IMAGE = Binaries.builder("image").runs(APP).build();
    private static final DockerDaemon DAEMON = DockerDaemon.builder("docker").build();
    private static final GuestOS TEMPLATE = GuestOS.builder("template").build();
    private static final HostedHypervisor HOSTED = Hypervisor.hosted("kvm").build();
    private static final BareMetalHypervisor BARE_METAL =
            Hypervisor.bareMetal("esxi").build();

    private static DockerDaemon daemon(Binaries... images) {
        return DAEMON.withRuns(ImmutableList.copyOf(images));
    }

    private static Hardware rack(HostOS host) {
        return Hardware.builder("rack").runs(host).build();
    }

    private static HostOS host(DockerDaemon daemon) {
        return HostOS.builder("host").runs(daemon).build();
    }

    @Test
    void aHostedHypervisorStandsOnTheHost() {
        Hardware after = Migration.into(HOSTED, TEMPLATE).virtualize(rack(host(daemon(IMAGE, IMAGE))));

        Layer host = Iterables.getOnlyElement(after.runs());
        assertThat(host.name()).isEqualTo("host");
        assertThat(Iterables.getOnlyElement(host.runs()))
                .isEqualTo(HOSTED.withRuns(ImmutableMultiset.<GuestOS>builder()
                        .addCopies(TEMPLATE.withRuns(ImmutableList.of(IMAGE)), 2)
                        .build()));
    }

    @Test
    void aBareMetalHypervisorTakesThePlaceOfTheHost() {
        Hardware after = Migration.into(BARE_METAL, TEMPLATE).virtualize(rack(host(daemon(IMAGE))));

        assertThat(Iterables.getOnlyElement(after.runs()))
                .isEqualTo(BARE_METAL.withRuns(ImmutableList.of(TEMPLATE.withRuns(ImmutableList.of(IMAGE)))));
    }

    @Test
    void aStoppedContainerIsAStoppedMachine() {
        Binaries stopped = IMAGE.withRuns(ImmutableList.of(APP.withRunning(false)));

        Hardware after = Migration.into(BARE_METAL, TEMPLATE).virtualize(rack(host(daemon(stopped))));

        assertThat(Moved.all(after, GuestOS.class)).allMatch(standing -> !standing.running());
        assertThat(Moved.asTheyRun(after)).containsOnlyKeys(APP.withRunning(false));
    }

    @Test
    void containersInAMachineBecomeMachinesBesideIt() {
        Binaries lib = Binaries.builder("lib").build();
        GuestOS mixed = GuestOS.builder("mixed").runs(daemon(IMAGE)).runs(lib).build();
        GuestOS only = GuestOS.builder("only").runs(daemon(IMAGE)).build();
        GuestOS empty = GuestOS.builder("empty").build();
        BareMetalHypervisor xen = Hypervisor.bareMetal("xen")
                .runs(mixed, 2)
                .runs(only)
                .runs(empty)
                .build();

        Hardware after = Migration.into(HOSTED, TEMPLATE)
                .virtualize(Hardware.builder("rack").runs(xen).build());

        assertThat(Iterables.getOnlyElement(after.runs()))
                .isEqualTo(xen.withRuns(ImmutableMultiset.<GuestOS>builder()
                        .addCopies(mixed.withRuns(ImmutableList.of(lib)), 2)
                        .add(empty)
                        .addCopies(TEMPLATE.withRuns(ImmutableList.of(IMAGE)), 3)
                        .build()));
    }

    @Test
    void containersInAStoppedMachineBecomeStoppedMachines() {
        GuestOS stopped =
                GuestOS.builder("vm").running(false).runs(daemon(IMAGE)).build();

        Hardware after = Migration.into(HOSTED, TEMPLATE)
                .virtualize(Hardware.builder("rack")
                        .runs(Hypervisor.bareMetal("xen").runs(stopped).build())
                        .build());

        assertThat(Moved.all(after, GuestOS.class)).allMatch(standing -> !standing.running());
    }

    @Test
    void imagesThatNoContainerRunsAreLeftBehind() {
        Binaries unused = Binaries.builder("unused").build();

        Hardware after = Migration.into(HOSTED, TEMPLATE).virtualize(rack(host(daemon(unused))));

        assertThat(after).isEqualTo(rack(HostOS.builder("host").build()));
    }

    @Test
    void whatRunsOnTheHypervisorAndTheTemplateStaysOnThem() {
        GuestOS existing = GuestOS.builder("existing").build();
        Binaries agent = Binaries.builder("agent").build();

        Hardware after = Migration.into(
                        BARE_METAL.withRuns(ImmutableList.of(existing)), TEMPLATE.withRuns(ImmutableList.of(agent)))
                .virtualize(rack(host(daemon(IMAGE))));

        assertThat(Iterables.getOnlyElement(after.runs()).runs().elementSet().stream()
                        .map(Layer::name))
                .containsExactlyInAnyOrder("existing", "template");
        assertThat(Moved.copies(after, Binaries.class)).isEqualTo(2);
    }

    @Test
    void moreMachinesThanCanBeCountedAreAnError() {
        DockerDaemon many = DAEMON.withRuns(ImmutableMultiset.<Binaries>builder()
                .addCopies(
                        IMAGE.withRuns(ImmutableMultiset.<Application>builder()
                                .addCopies(APP, 50_000)
                                .build()),
                        50_000)
                .build());

        assertThatThrownBy(() -> Migration.into(HOSTED, TEMPLATE).virtualize(rack(host(many))))
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("2500000000 copies of GuestOS template");
    }
}
