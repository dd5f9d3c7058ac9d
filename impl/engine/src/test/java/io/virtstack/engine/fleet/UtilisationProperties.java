package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.AdmissionRules;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.fleet.Fleet;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import io.virtstack.machine.Storage;
import io.virtstack.quantity.Ratio;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

class UtilisationProperties {
    private final AggregationEngine engine = AggregationEngine.create();

    @Provide
    Arbitrary<List<Hardware>> hosts() {
        return Arbitraries.oneOf(ImmutableList.of(BusyHosts.fleets(), Stacks.fleet()));
    }

    @Provide
    Arbitrary<AdmissionRule> rules() {
        return AdmissionRules.any();
    }

    @Property(tries = 300)
    void isWhatIsUsedOfWhatTheRuleAdmits(@ForAll("hosts") List<Hardware> hosts, @ForAll("rules") AdmissionRule rule) {
        for (Hardware host : hosts) {
            Utilisation utilisation = engine.utilisation(host, rule);

            assertThat(utilisation.machine()).isEqualTo(host.name());
            for (Resource resource : Resource.values()) {
                Utilisation.Use use = utilisation.use(resource);
                assertThat(use.used().amount())
                        .isEqualTo(Oracle.footprint(ImmutableList.of(host))
                                .total(resource.figure(rule.accounting()))
                                .amount());
                assertThat(use.limit()).isEqualTo(limit(host, resource, rule));
            }
        }
    }

    private static OptionalLong limit(Hardware host, Resource resource, AdmissionRule rule) {
        Optional<Long> capacity = switch (resource) {
            case MEMORY -> host.memoryCapacity().map(size -> size.bytes());
            case CPU -> host.cores().map(cores -> cores * 1000L);
            case DISK ->
                host.storage().isEmpty()
                        ? Optional.empty()
                        : Optional.of(host.storage().stream()
                                .map(Storage::size)
                                .mapToLong(size -> size.bytes())
                                .sum());
        };
        return capacity.map(known -> OptionalLong.of(rule.limit(resource, known)))
                .orElse(OptionalLong.empty());
    }

    @Property(tries = 300)
    void exceedsExactlyWhatTheCheckRefuses(@ForAll("hosts") List<Hardware> hosts, @ForAll("rules") AdmissionRule rule) {
        for (Hardware host : hosts) {
            Utilisation utilisation = engine.utilisation(host, rule);
            Set<Rule> refused = engine.check(host, rule).stream()
                    .filter(violation -> violation.place().equals(host.name()))
                    .map(Violation::rule)
                    .collect(Collectors.toSet());

            assertThat(utilisation.use(Resource.MEMORY).isExceeded()).isEqualTo(refused.contains(Rule.MEMORY_CAPACITY));
            assertThat(utilisation.use(Resource.CPU).isExceeded()).isEqualTo(refused.contains(Rule.CPU_CAPACITY));
            assertThat(utilisation.use(Resource.DISK).isExceeded()).isEqualTo(refused.contains(Rule.DISK_CAPACITY));
            Statistics.collect(refused.isEmpty() ? "fits" : "does not fit");
        }
    }

    @Property(tries = 300)
    void bindingHasTheLargestKnownShare(@ForAll("hosts") List<Hardware> hosts, @ForAll("rules") AdmissionRule rule) {
        for (Hardware host : hosts) {
            Utilisation utilisation = engine.utilisation(host, rule);
            Optional<Ratio> largest = utilisation.uses().values().stream()
                    .flatMap(use -> use.knownShare().stream())
                    .max(Ratio::compareTo);

            for (Resource resource : Resource.values()) {
                Utilisation.Use use = utilisation.use(resource);
                boolean beyondAnyShare =
                        use.limit().equals(OptionalLong.of(0)) && use.used().amount() > 0;
                boolean othersAreBeyond = utilisation.uses().values().stream()
                        .anyMatch(other -> other.limit().equals(OptionalLong.of(0))
                                && other.used().amount() > 0);
                Ratio share = use.knownShare().orElse(new Ratio(0, 1));
                boolean expected = use.limit().isPresent()
                        && (othersAreBeyond ? beyondAnyShare : share.equals(largest.orElse(new Ratio(0, 1))));
                assertThat(utilisation.binding().contains(resource)).isEqualTo(expected);
            }
        }
    }

    @Property(tries = 300)
    void aFleetTellsWhatTheEngineTells(
            @ForAll("hosts") List<Hardware> hosts,
            @ForAll("rules") AdmissionRule rule,
            @ForAll @LongRange(min = 1, max = 1_000_000) long copies) {
        Fleet.Builder builder = engine.fleet("fleet");
        hosts.forEach(host -> builder.add(host, copies));

        List<String> told = new ArrayList<>();
        builder.build().utilisation(rule, (use, machines) -> told.add(machines + " × " + shown(use)));

        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(hosts.stream()
                        .map(host -> copies + " × " + shown(engine.utilisation(host, rule)))
                        .toList());
    }

    /** Gaps of fleets are named by kind, not by path: only how many there are is the same. */
    private static String shown(Utilisation utilisation) {
        return utilisation.machine()
                + utilisation.uses().entrySet().stream()
                        .map(use -> " " + use.getKey() + " "
                                + use.getValue().used().amount() + " gaps "
                                + use.getValue().used().gapCount() + " of "
                                + use.getValue().limit())
                        .collect(Collectors.joining());
    }
}
