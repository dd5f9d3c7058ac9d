package io.virtstack.diagram.picture;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.mermaid.XyChart;
import io.virtstack.diagram.picture.UseHistogram.Group;
import io.virtstack.fleet.Fleet;
import io.virtstack.quantity.Exact;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The machines of a fleet by the share of their most used resource: a strip of cells, and how many are in which band. */
public final class UtilisationPicture implements Picture {
    private static final int WIDEST_IN_READABLE = 2;
    private static final int MOST_CELLS = 100;

    private final String title;
    private final String rule;
    private final ImmutableList<Group> groups;
    private final long withoutCapacity;
    private final ImmutableList<HeatCell> cells;

    /**
     * @param fleet whose machines
     * @param rule what may be used of a machine
     */
    public UtilisationPicture(Fleet fleet, AdmissionRule rule) {
        UseHistogram histogram = new UseHistogram();
        fleet.utilisation(rule, histogram::add);
        this.title = "Utilisation of " + fleet.name();
        this.rule = rule.toString();
        this.groups = histogram.groups();
        this.withoutCapacity = histogram.withoutCapacity();
        this.cells = HeatCell.of(groups, count(group -> true), MOST_CELLS);
    }

    private long count(Predicate<Group> counted) {
        return groups.stream()
                .filter(counted)
                .mapToLong(Group::machines)
                .reduce(0, (one, other) -> Exact.add(one, other, "number of machines"));
    }

    private ImmutableList<String> figures() {
        ImmutableList.Builder<String> figures = ImmutableList.builder();
        long all = Exact.add(count(group -> true), withoutCapacity, "number of machines");
        figures.add(inFull(all) + (all == 1 ? " machine" : " machines"));
        figures.add("by the share of their most used resource");
        figures.addAll(Splitter.on("; ").splitToList(rule));
        return figures.build();
    }

    @Override
    public Scene scene(Metrics metrics, int mostWidth) {
        int width = Math.min(mostWidth, WIDEST_IN_READABLE * metrics.readable());
        SceneBuilder scene = new SceneBuilder(metrics);
        scene.heading(0, width, title, figures());
        scene.space(metrics.gap() / 2);
        if (!cells.isEmpty()) {
            new HeatStrip(scene, metrics, width).add(cells);
            scene.space(metrics.gap() / 2);
            scene.lines(0, width, key());
        }
        scene.space(metrics.gap() / 2);
        bands().place(scene, metrics, width);
        scene.space(metrics.gap() / 2);
        resources().place(scene, metrics, width);
        return scene.build(title, String.join(", ", figures()) + "; " + sentence());
    }

    private ImmutableList<String> key() {
        long most = cells.stream().mapToLong(HeatCell::machines).max().orElse(0);
        long fewest = cells.stream().mapToLong(HeatCell::machines).min().orElse(0);
        String number = most == fewest ? inFull(most) : inFull(fewest) + " or " + inFull(most);
        String letters = Arrays.stream(Resource.values())
                .map(resource -> HeatCell.letter(resource) + " " + HeatCell.name(resource))
                .collect(Collectors.joining(", "));
        ImmutableList.Builder<String> key = ImmutableList.builder();
        key.add(number + (most == 1 ? " machine" : " machines") + " a cell");
        key.add("highest share of them in %");
        key.add("of the most used resource");
        key.add(letters);
        if (groups.stream().anyMatch(group -> !group.isExact())) {
            key.add("? and ≥: or more, not all is known");
        }
        return key.build();
    }

    private CountTable bands() {
        CountTable table = new CountTable();
        table.add("share", "machines", "≥");
        for (Band band : Band.values()) {
            table.add(band.kind(), counts(group -> Band.of(group.thousandths()) == band));
        }
        table.add(BlockKind.UNKNOWN.label(), inFull(withoutCapacity));
        return table;
    }

    private CountTable resources() {
        CountTable table = new CountTable();
        table.add("most used", "machines", "≥");
        for (Resource resource : Resource.values()) {
            table.add(HeatCell.name(resource), counts(group -> group.binding().equals(ImmutableSet.of(resource))));
        }
        table.add("several", counts(group -> group.binding().size() > 1));
        return table;
    }

    private String[] counts(Predicate<Group> counted) {
        return new String[] {
            inFull(count(counted.and(Group::isExact))), inFull(count(counted.and(group -> !group.isExact())))
        };
    }

    private long exactly(Band band) {
        return count(group -> Band.of(group.thousandths()) == band && group.isExact());
    }

    private long atLeast(Band band) {
        return count(group -> Band.of(group.thousandths()) == band && !group.isExact());
    }

    private String sentence() {
        return Arrays.stream(Band.values())
                .map(band -> band.kind().label() + ": " + exactly(band) + " and at least that " + atLeast(band))
                .collect(Collectors.joining(", "));
    }

    private static String inFull(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    @Override
    public String mermaid() {
        XyChart chart = new XyChart(title, "machines");
        for (Band band : Band.values()) {
            add(chart, band.kind().label(), exactly(band));
        }
        for (Band band : Band.values()) {
            if (atLeast(band) > 0) {
                add(chart, "at least, known " + band.kind().label(), atLeast(band));
            }
        }
        if (withoutCapacity > 0) {
            add(chart, BlockKind.UNKNOWN.label(), withoutCapacity);
        }
        return chart.write();
    }

    private static void add(XyChart chart, String label, long machines) {
        chart.add(label + ": " + inFull(machines), machines);
    }
}
