package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** L7 for fleets: the columns say what the oracle, and the engine that it holds, say of the same machines. */
class FleetEqualsOracleProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    @Domain(StackDomain.class)
    void footprints(@ForAll List<Hardware> hosts) {
        equal(fleet(hosts).footprint(), Oracle.footprint(hosts));
    }

    @Property
    @Domain(StackDomain.class)
    void answers(@ForAll List<Hardware> hosts) {
        answersEqual(fleet(hosts), hosts);
    }

    @Property
    @Domain(StackDomain.ContainersOnHost.class)
    void answersOnContainers(@ForAll List<Hardware> hosts) {
        answersEqual(fleet(hosts), hosts);
    }

    @Property(tries = 500)
    void answersOnBusyHosts(@ForAll("busyHosts") List<Hardware> hosts) {
        answersEqual(fleet(hosts), hosts);
    }

    @Provide
    Arbitrary<List<Hardware>> busyHosts() {
        return BusyHosts.fleets();
    }

    @Property(tries = 500)
    void busyHostsHaveColumns(@ForAll("busyHosts") List<Hardware> hosts) {
        BlockWriter writer = new BlockWriter();
        HostCompiler compiler = new HostCompiler(writer, new ImageNodes(), new Platforms());
        hosts.forEach(host -> Statistics.collect(compiler.compile(host, 1)));
        Statistics.coverage(coverage -> coverage.check(true).percentage(share -> share > 80));
    }

    @Test
    void onEveryTinyStack() {
        Stacks.tiny().forEach(stack -> answersEqual(fleet(ImmutableList.of(stack)), ImmutableList.of(stack)));
    }

    private void answersEqual(Fleet fleet, List<Hardware> hosts) {
        Aggregation answers = engine.aggregate(hosts);
        equal(fleet.footprint(), answers.footprint());
        for (Figure.Sum<?> figure : Figure.sums()) {
            for (Category category : Category.values()) {
                equal(
                        fleet.byKind(figure).row(category),
                        answers.byKind(figure).row(category),
                        figure + " of " + category);
            }
            sharesEqual(fleet, answers, figure);
            hostsEqual(fleet, answers, figure);
        }
    }

    private <Q> void sharesEqual(Fleet fleet, Aggregation answers, Figure.Sum<Q> figure) {
        Map<LayerPath, Total<Q>> shares = new TreeMap<>();
        Total<Q> unattributed =
                fleet.attribute(figure, share -> shares.merge(share.path(), share.total(), Total::plus));
        Breakdown<LayerPath, Q> expected = answers.byApplication(figure);
        assertThat(shares.keySet()).isEqualTo(new TreeMap<>(expected.rows()).keySet());
        shares.forEach((path, share) -> equal(share, expected.row(path), figure + " of " + path));
        equal(unattributed, expected.unattributed(), "unattributed " + figure);
    }

    private static <Q> void hostsEqual(Fleet fleet, Aggregation answers, Figure.Sum<Q> figure) {
        Breakdown<String, Q> byHost = fleet.by(Grouping.HOST, figure);
        byName(answers.byHost(figure)).forEach((name, total) -> equal(byHost.row(name), total, figure + " of " + name));
        equal(byHost.total(), answers.footprint().total(figure), "sum of hosts");
    }

    private static <Q> Map<String, Total<Q>> byName(Breakdown<LayerPath, Q> byPath) {
        Map<String, Total<Q>> byName = new TreeMap<>();
        byPath.rows().forEach((path, total) -> byName.merge(path.names().get(0), total, Total::plus));
        return byName;
    }

    private Fleet fleet(Iterable<Hardware> hosts) {
        Fleet.Builder builder = engine.fleet("all");
        hosts.forEach(builder::add);
        return builder.build();
    }

    private static void equal(Footprint actual, Footprint expected) {
        for (Figure<?> figure : Figure.all()) {
            equal(actual, expected, figure);
        }
    }

    private static <Q> void equal(Footprint actual, Footprint expected, Figure<Q> figure) {
        Optional<Total<Q>> total = expected.find(figure);
        assertThat(actual.find(figure).isPresent()).as("%s", figure).isEqualTo(total.isPresent());
        total.ifPresent(known -> equal(actual.find(figure).orElseThrow(), known, figure.toString()));
    }

    private static void equal(Total<?> actual, Total<?> expected, String what) {
        assertThat(actual.amount()).as(what).isEqualTo(expected.amount());
        assertThat(actual.gapCount()).as("gaps of %s", what).isEqualTo(expected.gapCount());
    }
}
