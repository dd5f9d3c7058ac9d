package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.capacity.MachineUse;
import io.virtstack.engine.check.Capacities;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Hardware;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All of a live fleet between two edits. Immutable and safe for use by several threads. */
final class State implements FleetSnapshot {
    private final String name;
    private final long count;
    private final HashTrie<String, LiveHost> hosts;
    private final Costs costs;
    private final Longest cold;
    private final Longest warm;

    private State(String name, long count, HashTrie<String, LiveHost> hosts, Costs costs, Longest cold, Longest warm) {
        this.name = name;
        this.count = count;
        this.hosts = hosts;
        this.costs = costs;
        this.cold = cold;
        this.warm = warm;
    }

    static State empty(String name) {
        return new State(name, 0, HashTrie.empty(), Costs.NONE, Longest.NONE, Longest.NONE);
    }

    @Nullable
    LiveHost find(String host) {
        return hosts.get(host);
    }

    /** With a machine in the place of another or of none, if each figure that changes fits a {@code long}. */
    State with(@Nullable LiveHost before, LiveHost now, Change change) {
        Ready gone = before == null ? Ready.NOTHING : before.ready();
        return new State(
                name,
                before == null ? count + 1 : count,
                hosts.with(now.name(), now),
                costs.plus(change, name),
                cold.with(gone.cold(), now.ready().cold()),
                warm.with(gone.warm(), now.ready().warm()));
    }

    State without(LiveHost gone, Change change) {
        return new State(
                name,
                count - 1,
                hosts.without(gone.name()),
                costs.plus(change, name),
                cold.with(gone.ready().cold(), Ready.NEVER),
                warm.with(gone.ready().warm(), Ready.NEVER));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long hosts() {
        return count;
    }

    @Override
    public Footprint footprint() {
        ImmutableList.Builder<Total<?>> totals = ImmutableList.builder();
        for (Figure.Sum<?> figure : Figure.sums()) {
            totals.add(total(figure));
        }
        cold.longest().ifPresent(time -> totals.add(longest(Figure.STARTUP, time)));
        warm.longest().ifPresent(time -> totals.add(longest(Figure.WARM_STARTUP, time)));
        return Footprint.of(totals.build());
    }

    private <Q> Total<Q> longest(Figure.Longest<Q> figure, long time) {
        return new Total<>(figure, time, costs.gaps(figure, name));
    }

    @Override
    public <Q> Total<Q> total(Figure.Sum<Q> figure) {
        return costs.total(figure, name);
    }

    @Override
    public <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure) {
        return costs.byKind(figure, name);
    }

    @Override
    public Optional<Hardware> host(String host) {
        return Optional.ofNullable(hosts.get(host)).map(LiveHost::machine);
    }

    @Override
    public <Q> Optional<Total<Q>> total(String host, Figure.Sum<Q> figure) {
        return Optional.ofNullable(hosts.get(host)).map(found -> found.costs().total(figure, host));
    }

    @Override
    public Optional<Utilisation> utilisation(String host, AdmissionRule rule) {
        return Optional.ofNullable(hosts.get(host))
                .map(found -> MachineUse.of(
                        host,
                        rule,
                        resource -> found.costs().total(resource.figure(rule.accounting()), host),
                        resource -> Capacities.of(found.machine(), resource)));
    }

    @Override
    public Optional<Aggregation> aggregate(String host) {
        return host(host).map(machine -> new Report(Flattener.flatten(ImmutableList.of(machine))));
    }

    @Override
    public Stream<Hardware> machines() {
        List<LiveHost> sorted = new ArrayList<>();
        hosts.forEach((key, host) -> sorted.add(host));
        sorted.sort(Comparator.comparing(LiveHost::name));
        return sorted.stream().map(LiveHost::machine);
    }

    /** {@return name and number of machines} */
    @Override
    public String toString() {
        return "Snapshot of fleet " + name + " of " + count + " hosts";
    }
}
