package io.virtstack.engine.migration;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import com.google.common.collect.Sets;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.engine.Standing;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Application;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.Isolation;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** L9: containerize changes what S12 says, and nothing else. */
@Domain(StackDomain.class)
class ContainerizeProperties {
    private static final HostOS HOST = HostOS.builder("new-host")
            .family(OsFamily.LINUX)
            .memory("180 MB")
            .cpu("50m")
            .build();
    private static final DockerDaemon DAEMON = DockerDaemon.builder("new-daemon")
            .memory("80 MB")
            .cpu("20m")
            .isolation(Isolation.MICRO_VM)
            .overhead(new ContainerOverhead(DataSize.parse("10 MB"), Cpu.ofMillis(3)))
            .build();

    private static Hardware containerized(Hardware machine) {
        return Migration.onto(HOST, DAEMON).containerize(machine);
    }

    @Property
    void applicationsAreTheSame(@ForAll Hardware before) {
        assertThat(Moved.applications(containerized(before))).isEqualTo(Moved.applications(before));
    }

    @Property
    void whatApplicationsStateIsTheSameButThatTheyStopWithTheirMachines(@ForAll Hardware before) {
        assertThat(Moved.asTheyRun(containerized(before))).isEqualTo(Moved.asTheyRun(before));
    }

    @Property
    void binariesAreTheSame(@ForAll Hardware before) {
        assertThat(Moved.binaries(containerized(before))).isEqualTo(Moved.binaries(before));
    }

    @Property
    void eachVolumeIsStoredAsOftenAsBefore(@ForAll Hardware before) {
        assertThat(Volumes.of(containerized(before))).isEqualTo(Volumes.of(before));
    }

    @Property
    void noMachineIsLeft(@ForAll Hardware before) {
        Hardware after = containerized(before);

        assertThat(Moved.copies(after, Hypervisor.class)).isZero();
        assertThat(Moved.copies(after, GuestOS.class)).isZero();
        assertThat(Oracle.footprint(ImmutableList.of(after)).virtualMachines()).isZero();
    }

    @Property
    void operatingSystemsAreTheHostsAndTheKernelsOfMicroVms(@ForAll Hardware before) {
        Hardware after = containerized(before);
        long kernels = Moved.all(after, Application.class)
                .filter(standing -> standing.running()
                        && standing.below(2) instanceof DockerDaemon daemon
                        && daemon.isolation() == Isolation.MICRO_VM)
                .mapToLong(Standing::copies)
                .sum();

        assertThat(Oracle.footprint(ImmutableList.of(after)).operatingSystems())
                .isEqualTo(Moved.copies(after, HostOS.class) + kernels);
        assertThat(Moved.copies(after, HostOS.class))
                .isEqualTo(Moved.copies(before, HostOS.class) + (onBareMetal(before) ? 1 : 0));
    }

    private static boolean onBareMetal(Hardware machine) {
        return machine.runs().elementSet().stream().anyMatch(Hypervisor.class::isInstance);
    }

    @Property
    void whatStandsBesideHypervisorsStaysAndOneDaemonComesForThemOnEachHost(@ForAll Hardware before) {
        Multiset<RunsOnOperatingSystem> stayed = onHosts(before);
        stayed.elementSet().removeIf(HostedHypervisor.class::isInstance);
        Multiset<RunsOnOperatingSystem> after = onHosts(containerized(before));
        long hostsOfHypervisors = Moved.all(before, HostOS.class)
                .filter(standing ->
                        standing.layer().runs().elementSet().stream().anyMatch(HostedHypervisor.class::isInstance))
                .mapToLong(Standing::copies)
                .sum();

        assertThat(Multisets.containsOccurrences(after, stayed)).isTrue();
        Multiset<RunsOnOperatingSystem> come = Multisets.difference(after, stayed);
        assertThat(come.elementSet()).allMatch(layer -> layer.name().equals(DAEMON.name()));
        assertThat((long) come.size()).isEqualTo(hostsOfHypervisors + (onBareMetal(before) ? 1 : 0));
    }

    private static Multiset<RunsOnOperatingSystem> onHosts(Hardware machine) {
        Multiset<RunsOnOperatingSystem> layers = HashMultiset.create();
        machine.runs().forEachEntry((layer, copies) -> {
            if (layer instanceof HostOS host) {
                host.runs().forEachEntry((above, count) -> layers.add(above, copies * count));
            }
        });
        return layers;
    }

    @Property
    void memoryDiffersByWhatGoesAndWhatComes(@ForAll Hardware before) {
        assertDifference(
                before,
                Figure.MEMORY,
                HOST.memory().orElseThrow().bytes(),
                DAEMON.memory().orElseThrow().bytes(),
                DAEMON.overhead().memory().bytes());
    }

    @Property
    void cpuDiffersByWhatGoesAndWhatComes(@ForAll Hardware before) {
        assertDifference(
                before,
                Figure.CPU,
                HOST.cpu().orElseThrow().millis(),
                DAEMON.cpu().orElseThrow().millis(),
                DAEMON.overhead().cpu().millis());
    }

    private static void assertDifference(
            Hardware before, Figure.Sum<?> figure, long ofHost, long ofDaemon, long ofContainer) {
        Hardware after = containerized(before);
        Hardware outside = withoutHypervisors(before);
        long daemonsCome = Moved.copies(after, DockerDaemon.class) - Moved.copies(outside, DockerDaemon.class);
        long containersCome = running(after) - running(outside);

        assertThat(amount(after, figure, Category.GUEST_OS)).isZero();
        assertThat(amount(after, figure, Category.HYPERVISOR)).isZero();
        assertThat(amount(after, figure, Category.APPLICATION)).isEqualTo(amount(before, figure, Category.APPLICATION));
        assertThat(amount(after, figure, Category.HOST_OS))
                .isEqualTo(amount(before, figure, Category.HOST_OS) + (onBareMetal(before) ? ofHost : 0));
        assertThat(amount(after, figure, Category.DOCKER_DAEMON))
                .isEqualTo(amount(outside, figure, Category.DOCKER_DAEMON) + daemonsCome * ofDaemon);
        assertThat(amount(after, figure, Category.OVERHEAD))
                .isEqualTo(amount(outside, figure, Category.OVERHEAD) + containersCome * ofContainer);
    }

    /** What a migration does not touch. */
    private static Hardware withoutHypervisors(Hardware machine) {
        return machine.withRuns(machine.runs().stream()
                .filter(HostOS.class::isInstance)
                .map(HostOS.class::cast)
                .map(host -> host.withRuns(host.runs().stream()
                        .filter(layer -> !(layer instanceof HostedHypervisor))
                        .toList()))
                .toList());
    }

    private static long running(Hardware machine) {
        return Moved.all(machine, Application.class)
                .filter(standing -> standing.running() && standing.below(2) instanceof DockerDaemon)
                .mapToLong(Standing::copies)
                .sum();
    }

    private static long amount(Hardware machine, Figure.Sum<?> figure, Category category) {
        return Oracle.ofKind(ImmutableList.of(machine), figure, category).amount();
    }

    @Property
    void containersAreNotContainerizedAgain(@ForAll Hardware before) {
        Hardware after = containerized(before);

        assertThat(containerized(after)).isEqualTo(after);
    }

    @Property
    void stacksWithoutHypervisorsStayAsTheyAre(@ForAll Hardware before) {
        Hardware outside = withoutHypervisors(before);

        assertThat(containerized(outside)).isEqualTo(outside);
    }

    /**
     * What a migration may break: stores that were separate come together, so one key may have two sizes; limits that meant
     * nothing outside of containers mean something; and what comes may demand more than what goes.
     */
    private static final Set<Rule> MAY_BREAK = Set.of(
            Rule.ONE_SIZE,
            Rule.MEMORY_DEMAND,
            Rule.CPU_DEMAND,
            Rule.MEMORY_CAPACITY,
            Rule.CPU_CAPACITY,
            Rule.DISK_CAPACITY);

    @Property
    void noOtherRuleIsBrokenThatWasKept(@ForAll Hardware before) {
        Set<Rule> broken = Sets.difference(broken(containerized(before)), broken(before));

        assertThat(MAY_BREAK).containsAll(broken);
    }

    private static Set<Rule> broken(Hardware machine) {
        return AggregationEngine.create().check(machine, AdmissionRule.standard()).stream()
                .map(Violation::rule)
                .collect(Collectors.toSet());
    }
}
