package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.AdmissionRules;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.engine.capacity.CapacitySearch;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetCapacity;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** What fits on a fleet is what fits on its machines, searched for one by one. */
class FleetCapacityProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property(tries = 300)
    void containersFit(
            @ForAll("fleets") List<Hardware> hosts,
            @ForAll("images") Binaries image,
            @ForAll("rules") AdmissionRule rule,
            @ForAll @IntRange(min = 1, max = 3) int copies) {
        Expected expected = new Expected(copies);
        for (Hardware host : hosts) {
            expected.add(host, DockerDaemon.class, target -> Placement.on((DockerDaemon) target, image), rule);
        }
        expected.equal(fleet(hosts, copies).capacity(image, rule));
        requireRoom();
    }

    @Property(tries = 300)
    void guestsFit(
            @ForAll("fleets") List<Hardware> hosts,
            @ForAll("guests") GuestOS guest,
            @ForAll("rules") AdmissionRule rule,
            @ForAll @IntRange(min = 1, max = 3) int copies) {
        Expected expected = new Expected(copies);
        for (Hardware host : hosts) {
            expected.add(host, Hypervisor.class, target -> Placement.on((Hypervisor) target, guest), rule);
        }
        expected.equal(fleet(hosts, copies).capacity(guest, rule));
        requireRoom();
    }

    private static void requireRoom() {
        Statistics.coverage(coverage -> coverage.check("room").percentage(share -> share > 5));
    }

    private Fleet fleet(List<Hardware> hosts, int copies) {
        Fleet.Builder builder = engine.fleet("all");
        hosts.forEach(host -> builder.add(host, copies));
        return builder.build();
    }

    @Provide
    Arbitrary<List<Hardware>> fleets() {
        return Arbitraries.oneOf(ImmutableList.of(BusyHosts.fleets(), BusyHosts.fleets(), Stacks.fleet()));
    }

    @Provide
    Arbitrary<Binaries> images() {
        return BusyHosts.images();
    }

    @Provide
    Arbitrary<GuestOS> guests() {
        return BusyHosts.guests();
    }

    @Provide
    Arbitrary<AdmissionRule> rules() {
        return AdmissionRules.any();
    }

    /** Adds up the answers about single machines. */
    private static final class Expected {
        private final Map<Resource, Long> boundBy = new EnumMap<>(Resource.class);
        private final int machines;
        private long copies;
        private long unlimited;
        private long withoutPlace;
        private long incomplete;

        Expected(int machines) {
            this.machines = machines;
        }

        void add(Hardware host, Class<? extends Layer> type, Function<Layer, Placement> placement, AdmissionRule rule) {
            List<ImmutableList<Layer>> ways = ways(host, type);
            if (ways.isEmpty()) {
                withoutPlace += machines;
                Statistics.collect("without place");
                return;
            }
            Capacity capacity = ways.stream()
                    .map(way -> CapacitySearch.at(way, placement.apply(way.get(way.size() - 1)), rule)
                            .answer())
                    .min(Comparator.comparingInt(Capacity::copies))
                    .orElseThrow();
            Statistics.collect(capacity.binding().isEmpty() ? "unlimited" : capacity.copies() == 0 ? "full" : "room");
            if (capacity.binding().isEmpty()) {
                unlimited += machines;
                return;
            }
            copies += (long) machines * capacity.copies();
            incomplete += capacity.isAtMost() ? machines : 0;
            capacity.binding().stream()
                    .map(Limit::resource)
                    .distinct()
                    .forEach(resource -> boundBy.merge(resource, (long) machines, Long::sum));
        }

        /** The ways to the layers of a class whose names are least, among those on the hardware and on its systems. */
        private static List<ImmutableList<Layer>> ways(Hardware host, Class<? extends Layer> type) {
            List<ImmutableList<Layer>> all = new ArrayList<>();
            for (Layer first : host.runs().elementSet()) {
                all.add(ImmutableList.of(host, first));
                if (first instanceof HostOS) {
                    first.runs().elementSet().forEach(second -> all.add(ImmutableList.of(host, first, second)));
                }
            }
            List<ImmutableList<Layer>> candidates = all.stream()
                    .filter(way -> type.isInstance(way.get(way.size() - 1)))
                    .toList();
            Stream<String> names = candidates.stream().map(Expected::names);
            String least = names.min(Comparator.naturalOrder()).orElse("");
            return candidates.stream().filter(way -> names(way).equals(least)).toList();
        }

        private static String names(ImmutableList<Layer> way) {
            return String.join("\0", way.stream().map(Layer::name).toList());
        }

        void equal(FleetCapacity actual) {
            assertThat(actual.copies()).as("copies").isEqualTo(copies);
            assertThat(actual.boundBy()).as("bound by").isEqualTo(boundBy);
            assertThat(actual.unlimited()).as("unlimited").isEqualTo(unlimited);
            assertThat(actual.withoutPlace()).as("without place").isEqualTo(withoutPlace);
            assertThat(actual.incomplete()).as("incomplete").isEqualTo(incomplete);
        }
    }
}
