package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.Ordering;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.comparison.Comparison;
import io.virtstack.comparison.Side;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetCapacity;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Progress;
import io.virtstack.fleet.Ranked;
import io.virtstack.fleet.Share;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.LayerPath;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.ObjLongConsumer;

/** A fleet that answers from its columns. */
final class ColumnarFleet implements Fleet {
    private final String name;
    private final long hosts;
    private final Blocks blocks;

    ColumnarFleet(String name, long hosts, Blocks blocks) {
        this.name = name;
        this.hosts = hosts;
        this.blocks = blocks;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long hosts() {
        return hosts;
    }

    @Override
    public Footprint footprint() {
        ImmutableList.Builder<Total<?>> totals = ImmutableList.builder();
        Figure.sums().forEach(figure -> totals.add(total(figure)));
        addLongest(Figure.STARTUP, totals);
        addLongest(Figure.WARM_STARTUP, totals);
        return Footprint.of(totals.build());
    }

    private void addLongest(Figure.Longest<Duration> figure, ImmutableList.Builder<Total<?>> totals) {
        blocks.longest(figure).total(figure, name).ifPresent(totals::add);
    }

    @Override
    public <Q> Total<Q> total(Figure.Sum<Q> figure) {
        return blocks.sums(figure).total(figure, name);
    }

    @Override
    public <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure) {
        return blocks.sums(figure).byKind(figure, name);
    }

    @Override
    public <Q> Breakdown<String, Q> by(Grouping grouping, Figure.Sum<Q> figure) {
        return grouping == Grouping.HOST
                ? blocks.byHost(figure).breakdown(figure)
                : blocks.shares(grouping, figure).breakdown(figure);
    }

    @Override
    public <Q> ImmutableList<Ranked<Q>> top(int count, Grouping grouping, Figure.Sum<Q> figure) {
        if (count < 0) {
            throw new IllegalArgumentException("count " + count + " is negative; ask for a number of rows from 0");
        }
        Comparator<Ranked<Q>> largestFirst = Comparator.<Ranked<Q>>comparingLong(
                        row -> row.total().amount())
                .reversed()
                .thenComparing(Ranked::name);
        return ImmutableList.copyOf(Ordering.from(largestFirst)
                .leastOf(
                        by(grouping, figure).rows().entrySet().stream()
                                .map(row -> new Ranked<>(row.getKey(), row.getValue()))
                                .iterator(),
                        count));
    }

    @Override
    public <Q> Total<Q> attribute(Figure.Sum<Q> figure, Consumer<? super Share<Q>> receiver) {
        return blocks.attribute(figure, receiver).total(figure, LayerPath.of(name));
    }

    @Override
    public Comparison compare(Fleet after) {
        if (!(after instanceof ColumnarFleet other)) {
            throw new IllegalArgumentException(
                    "fleet '" + after.name() + "' is of another engine; build both with the same one");
        }
        return new Comparison(side(), other.side());
    }

    private Side side() {
        ImmutableList<Breakdown<Category, ?>> breakdowns = Figure.sums().stream()
                .<Breakdown<Category, ?>>map(this::byKind)
                .collect(ImmutableList.toImmutableList());
        Map<String, Long> applications = new TreeMap<>();
        blocks.shares(Grouping.APPLICATION, Figure.APPLICATIONS)
                .breakdown(Figure.APPLICATIONS)
                .rows()
                .forEach((application, copies) -> applications.put(application, copies.amount()));
        return new Side(name, footprint(), breakdowns, ImmutableSortedMap.copyOf(applications));
    }

    @Override
    public FleetCapacity capacity(Binaries image, AdmissionRule rule) {
        return blocks.room(Addition.of(image, rule)).capacity(image, rule);
    }

    @Override
    public FleetCapacity capacity(GuestOS guest, AdmissionRule rule) {
        return blocks.room(Addition.of(guest, rule)).capacity(guest, rule);
    }

    @Override
    public void utilisation(AdmissionRule rule, ObjLongConsumer<? super Utilisation> receiver) {
        blocks.utilisation(rule, receiver);
    }

    @Override
    public Fleet watchedBy(Progress progress) {
        return new ColumnarFleet(name, hosts, blocks.watchedBy(progress));
    }

    /** {@return name and number of machines} */
    @Override
    public String toString() {
        return "Fleet " + name + " of " + hosts + " hosts";
    }
}
