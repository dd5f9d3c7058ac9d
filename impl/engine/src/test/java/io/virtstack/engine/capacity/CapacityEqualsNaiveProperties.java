package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.AdmissionRules;
import io.virtstack.engine.Reversed;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Footprint;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** S11: as many copies fit as can be added one by one until the rule refuses, by the oracle's figures. */
class CapacityEqualsNaiveProperties {
    private final AggregationEngine engine = AggregationEngine.create();

    @Provide
    Arbitrary<AdmissionRule> rules() {
        return AdmissionRules.any();
    }

    /** Figures near those of the stacks' own, so that some fit and then no more. */
    @Provide
    Arbitrary<Layer> added() {
        Arbitrary<Integer> amounts = Arbitraries.of(0, 1, 7, 1_000, 300_000_000);
        Arbitrary<Optional<VirtualHardware>> machines = Arbitraries.of(
                        VirtualDisk.thick("700 MB"),
                        VirtualDisk.thin("1 GB", "100 MB"),
                        VirtualDisk.thin("1 GB"),
                        new VirtualDisk.LinkedClone(
                                Optional.empty(), "golden", Optional.of(DataSize.parse("500 MB")), Optional.empty()))
                .map(CapacityEqualsNaiveProperties::machine)
                .optional(0.6);
        return Combinators.combine(amounts, amounts, amounts, machines, Arbitraries.of(true, false))
                .as((disk, memory, cpu, machine, image) -> {
                    Binaries binaries = Binaries.builder("more")
                            .disk(disk + " B")
                            .runs(Application.builder("more")
                                    .disk("3 B")
                                    .memory(memory + " B")
                                    .cpu(cpu + "m")
                                    .memoryLimit(2L * memory + " B")
                                    .writable(memory + " B")
                                    .build())
                            .build();
                    return image ? binaries : guest(binaries, machine);
                })
                .withoutEdgeCases()
                .map(Layer.class::cast);
    }

    private static VirtualHardware machine(VirtualDisk disk) {
        return VirtualHardware.builder().vcpus(1).memory("1 GB").disk(disk).build();
    }

    private static GuestOS guest(Binaries binaries, Optional<VirtualHardware> machine) {
        GuestOS guest = GuestOS.builder("more").disk("1 kB").runs(binaries).build();
        return machine.map(guest::withMachine).orElse(guest);
    }

    @Provide
    Arbitrary<Long> room() {
        return Arbitraries.of(-1L, 0L, 20L, 5_000L, 900_000_000L, 900_000_000L, 2_000_000_000L, 5_000_000_000L);
    }

    /** Generated capacities are smaller than most stacks; these leave room for some copies, or for very many. */
    private static Hardware sized(Hardware stack, long room) {
        if (room < 0) {
            return stack;
        }
        Footprint used = Oracle.footprint(ImmutableList.of(stack));
        long memory = Math.max(used.memory().amount(), used.allocatedMemory().amount());
        long cpu = Math.max(used.cpu().amount(), used.allocatedCpu().amount()) / 1000;
        DataSize disk = DataSize.ofBytes(used.disk().amount() + room);
        return stack.withMemoryCapacity(DataSize.ofBytes(memory + room))
                .withCores((int) Math.min(cpu + 1 + room, Integer.MAX_VALUE))
                .withStorage(List.of(new Storage(Storage.Kind.SSD, disk)));
    }

    @Property
    @Domain(StackDomain.class)
    @Domain(DomainContext.Global.class)
    void asManyAsCanBeAddedOneByOne(
            @ForAll Hardware generated,
            @ForAll("room") long room,
            @ForAll("added") Layer added,
            @ForAll("rules") AdmissionRule rule) {
        List<Placed> places = Placed.all(sized(generated, room), added);
        for (Placed place : places.stream().limit(2).toList()) {
            if (ambiguous(place, places)) {
                continue;
            }
            Optional<NaiveCapacity.Answer> naive = new NaiveCapacity(place, rule).answer();
            Statistics.label("fitting")
                    .collect(naive.map(answer -> answer.copies() == 0 ? "none" : "some")
                            .orElse("many"));

            Capacity capacity = engine.capacity(place.machine(0), place.placement(), rule);

            naive.ifPresentOrElse(
                    answer -> {
                        assertThat(capacity.copies()).isEqualTo(answer.copies());
                        assertThat(ImmutableSet.copyOf(capacity.binding())).isEqualTo(answer.binding());
                        assertThat(capacity.binding()).doesNotHaveDuplicates();
                    },
                    () -> assertThat(capacity.copies()).isGreaterThanOrEqualTo(12));
            assertMarginalCosts(capacity, place, rule);
        }
    }

    @Property
    @Domain(StackDomain.ContainersOnHost.class)
    @Domain(DomainContext.Global.class)
    void asManyContainersOnAHostAsCanBeAddedOneByOne(
            @ForAll Hardware generated,
            @ForAll("room") long room,
            @ForAll("added") Layer added,
            @ForAll("rules") AdmissionRule rule) {
        asManyAsCanBeAddedOneByOne(generated, room, added, rule);
    }

    /** Of several equal targets the first by path is meant. */
    private static boolean ambiguous(Placed place, List<Placed> places) {
        return places.stream()
                .anyMatch(other -> !other.equals(place)
                        && other.placement().target().equals(place.placement().target()));
    }

    private static void assertMarginalCosts(Capacity capacity, Placed place, AdmissionRule rule) {
        Footprint with0 = Oracle.footprint(ImmutableList.of(place.machine(0)));
        Footprint with1 = Oracle.footprint(ImmutableList.of(place.machine(1)));
        Footprint with2 = Oracle.footprint(ImmutableList.of(place.machine(2)));
        for (Resource resource : Resource.values()) {
            long none = with0.total(resource.figure(rule.accounting())).amount();
            long one = with1.total(resource.figure(rule.accounting())).amount();
            long two = with2.total(resource.figure(rule.accounting())).amount();
            assertThat(capacity.firstCopy()).as("first copy").containsEntry(resource, one - none);
            assertThat(capacity.nextCopy()).as("next copy").containsEntry(resource, two - one);
        }
    }

    @Property
    @Domain(StackDomain.class)
    @Domain(DomainContext.Global.class)
    void whateverTheOrderOfSiblings(
            @ForAll Hardware generated,
            @ForAll("room") long room,
            @ForAll("added") Layer added,
            @ForAll("rules") AdmissionRule rule) {
        Hardware stack = sized(generated, room);
        for (Placed place : Placed.all(stack, added)) {
            assertThat(engine.capacity(Reversed.siblings(stack), place.placement(), rule))
                    .usingRecursiveComparison()
                    .ignoringFields("placement")
                    .isEqualTo(engine.capacity(stack, place.placement(), rule));
        }
    }
}
