package io.virtstack.engine.migration;

import io.virtstack.engine.Standing;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.migration.Migration;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** L9: virtualize is the way back, with the same applications. */
@Domain(StackDomain.class)
class VirtualizeProperties {
    private static final GuestOS TEMPLATE = GuestOS.builder("new-guest").build();
    private static final HostedHypervisor HOSTED =
            Hypervisor.hosted("new-hosted").build();
    private static final BareMetalHypervisor BARE_METAL =
            Hypervisor.bareMetal("new-bare-metal").build();
    private static final HostOS HOST = HostOS.builder("new-host").build();
    private static final DockerDaemon DAEMON =
            DockerDaemon.builder("new-daemon").build();

    private static Hardware hosted(Hardware machine) {
        return Migration.into(HOSTED, TEMPLATE).virtualize(machine);
    }

    @Property
    void applicationsAreTheSameWhenHosted(@ForAll Hardware before) {
        assertThat(Moved.applications(hosted(before))).isEqualTo(Moved.applications(before));
    }

    @Property
    void whatRunsIsTheSameWhenHosted(@ForAll Hardware before) {
        assertThat(running(hosted(before))).isEqualTo(running(before));
    }

    @Property
    void whatApplicationsStateIsTheSameWhenHosted(@ForAll Hardware before) {
        assertThat(Moved.asTheyRun(hosted(before))).isEqualTo(Moved.asTheyRun(before));
    }

    @Property
    void thereAndBackKeepsWhatApplicationsState(@ForAll Hardware before) {
        Hardware containers = Migration.onto(HOST, DAEMON).containerize(before);

        assertThat(Moved.asTheyRun(hosted(containers))).isEqualTo(Moved.asTheyRun(before));
    }

    private static long running(Hardware machine) {
        return Moved.all(machine, Application.class)
                .filter(Standing::running)
                .mapToLong(Standing::copies)
                .sum();
    }

    @Property
    void noContainerIsLeft(@ForAll Hardware before) {
        assertThat(Moved.copies(hosted(before), DockerDaemon.class)).isZero();
    }

    @Property
    void eachContainerGetsAMachineOfItsOwn(@ForAll Hardware before) {
        long containers = Moved.all(before, Application.class)
                .filter(standing -> standing.below(2) instanceof DockerDaemon)
                .mapToLong(Standing::copies)
                .sum();
        List<Standing> machines = Moved.all(hosted(before), GuestOS.class)
                .filter(standing -> standing.layer().name().equals(TEMPLATE.name()))
                .toList();

        assertThat(machines.stream().mapToLong(Standing::copies).sum()).isEqualTo(containers);
        assertThat(machines).allSatisfy(standing -> {
            Layer binaries = onlyOne(standing.layer());
            assertThat(onlyOne(binaries)).isInstanceOf(Application.class);
        });
    }

    private static Layer onlyOne(Layer layer) {
        assertThat(layer.runs()).hasSize(1);
        return layer.runs().iterator().next();
    }

    @Property
    void thereAndBackKeepsTheApplications(@ForAll Hardware before) {
        Hardware containers = Migration.onto(HOST, DAEMON).containerize(before);

        assertThat(Moved.applications(hosted(containers))).isEqualTo(Moved.applications(before));
    }

    @Property
    void onBareMetalTheHostGoesUnlessItRunsMore(@ForAll Hardware before) {
        Hardware containers = Migration.onto(HOST, DAEMON).containerize(before);
        boolean runsMore = containers.runs().elementSet().stream()
                .filter(HostOS.class::isInstance)
                .anyMatch(VirtualizeProperties::runsContainersAndMore);

        try {
            Hardware after = Migration.into(BARE_METAL, TEMPLATE).virtualize(containers);

            assertThat(runsMore).isFalse();
            assertThat(Moved.applications(after)).isEqualTo(Moved.applications(before));
        } catch (InvalidModelException refused) {
            assertThat(runsMore).isTrue();
            assertThat(refused.violations()).extracting(Violation::rule).containsOnly(Rule.MIGRATION_PLACE);
        }
    }

    private static boolean runsContainersAndMore(Layer host) {
        boolean more = host.runs().elementSet().stream().anyMatch(layer -> !(layer instanceof DockerDaemon));
        boolean containers = host.runs().elementSet().stream()
                .filter(DockerDaemon.class::isInstance)
                .flatMap(daemon -> daemon.runs().elementSet().stream())
                .anyMatch(image -> !image.runs().isEmpty());
        return more && containers;
    }

    @Property
    void machinesAreNotVirtualizedAgain(@ForAll Hardware before) {
        Hardware after = hosted(before);

        assertThat(hosted(after)).isEqualTo(after);
    }
}
