package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.check.Capacities;
import io.virtstack.engine.check.InsideView;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.OverflowException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Finds how many more copies fit by bisection: a further copy lowers no total, so what does not fit once never fits again.
 * Each probe is a footprint with the copies as a count, so its cost does not depend on their number.
 */
public final class CapacitySearch {
    private final Placement placement;
    private final AdmissionRule rule;
    private final Spot spot;

    /**
     * Prepares a search.
     *
     * @param machine a stack
     * @param placement what to add, and where
     * @param rule when a machine counts as full
     */
    public CapacitySearch(Hardware machine, Placement placement, AdmissionRule rule) {
        this.placement = placement;
        this.rule = rule;
        this.spot = Spot.find(machine, placement);
    }

    /** {@return the answer} */
    public Capacity answer() {
        int copies = mostThatFit();
        ImmutableList<Limit> binding = copies == spot.mostCopies() ? ImmutableList.of() : exceeded(copies + 1);
        return new Capacity(
                placement,
                rule,
                binding.isEmpty() ? Integer.MAX_VALUE : copies,
                binding,
                difference(0, 1),
                difference(1, 2),
                gaps(),
                unlimited());
    }

    private int mostThatFit() {
        int fits = 0;
        int tooMany = spot.mostCopies();
        if (exceeded(tooMany).isEmpty()) {
            return tooMany;
        }
        while (fits + 1 < tooMany) {
            int middle = fits + (tooMany - fits) / 2;
            if (exceeded(middle).isEmpty()) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private ImmutableList<Limit> exceeded(int copies) {
        ImmutableList.Builder<Limit> exceeded = ImmutableList.builder();
        for (Bound bound : bounds(copies)) {
            if (bound.limit().isPresent() && bound.exceeds()) {
                exceeded.add(
                        new Limit(bound.path(), bound.resource(), bound.limit().getAsLong()));
            }
        }
        return exceeded.build();
    }

    /** What is used of a resource of a machine, and the most that may be. */
    private record Bound(LayerPath path, Resource resource, Figure.Sum<?> figure, OptionalLong limit, Report report) {
        boolean exceeds() {
            try {
                return report.total(figure).amount() > limit.getAsLong();
            } catch (OverflowException beyondAnyLimit) {
                return true;
            }
        }
    }

    /** The hardware under the rule, and each machine on the way, which has to hold what is demanded in it one to one. */
    private List<Bound> bounds(int copies) {
        List<Bound> bounds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (Layer layer : spot.with(copies)) {
            names.add(layer.name());
            LayerPath path = new LayerPath(ImmutableList.copyOf(names));
            if (layer instanceof Hardware hardware) {
                addBounds(path, hardware, rule, bounds);
            } else if (layer instanceof GuestOS guest && guest.running()) {
                addBounds(path, InsideView.of(guest), AdmissionRule.standard(), bounds);
            }
        }
        return bounds;
    }

    private static void addBounds(LayerPath path, Hardware inside, AdmissionRule rule, List<Bound> bounds) {
        Report report = new Report(Flattener.flatten(ImmutableList.of(inside)));
        for (Resource resource : Resource.values()) {
            OptionalLong capacity = Capacities.of(inside, resource);
            OptionalLong limit = capacity.isPresent()
                    ? OptionalLong.of(rule.limit(resource, capacity.getAsLong()))
                    : OptionalLong.empty();
            bounds.add(new Bound(path, resource, resource.figure(rule.accounting()), limit, report));
        }
    }

    private ImmutableMap<Resource, Long> difference(int before, int after) {
        Report less = report(before);
        Report more = report(after);
        ImmutableMap.Builder<Resource, Long> differences = ImmutableMap.builder();
        for (Resource resource : Resource.values()) {
            Figure.Sum<?> figure = resource.figure(rule.accounting());
            differences.put(
                    resource,
                    Exact.subtract(
                            more.total(figure).amount(), less.total(figure).amount(), figure.label()));
        }
        return differences.buildOrThrow();
    }

    private Report report(int copies) {
        return new Report(
                Flattener.flatten(ImmutableList.of((Hardware) spot.with(copies).get(0))));
    }

    private ImmutableList<Gap> gaps() {
        return bounds(1).stream()
                .filter(bound -> bound.limit().isPresent())
                .map(bound -> bound.report().total(bound.figure()))
                .map(Total::gaps)
                .flatMap(List::stream)
                .sorted()
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    private ImmutableList<String> unlimited() {
        return bounds(0).stream()
                .filter(bound -> bound.limit().isEmpty())
                .map(bound -> bound.resource().figure(Accounting.DEMANDED).label() + " of " + bound.path())
                .collect(ImmutableList.toImmutableList());
    }
}
