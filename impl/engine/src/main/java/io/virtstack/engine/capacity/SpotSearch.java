package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.OverflowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;

/**
 * Finds how many more copies fit in one place. A further copy lowers no total, so what does not fit once never fits again: a number
 * is the answer if it fits and the next does not. Nearly always that is where a resource is used up when each copy takes what the
 * second does; else bisection finds it. Each probe is a footprint with the copies as a count, so its cost does not depend on their
 * number.
 */
final class SpotSearch {
    private final Placement placement;
    private final AdmissionRule rule;
    private final Spot spot;
    private final Map<Integer, List<Bound>> probes = new HashMap<>();

    SpotSearch(Spot spot, Placement placement, AdmissionRule rule) {
        this.spot = spot;
        this.placement = placement;
        this.rule = rule;
        if (spot.mostCopies() < 2) {
            throw new OverflowException("number of copies of " + placement);
        }
    }

    Capacity answer() {
        Report asItIs = report(0);
        Report withOne = report(1);
        requireFigures(asItIs);
        int copies = mostThatFit();
        ImmutableList<Limit> binding = copies == spot.mostCopies() ? ImmutableList.of() : exceeded(copies + 1);
        return new Capacity(
                placement,
                rule,
                binding.isEmpty() ? Integer.MAX_VALUE : copies,
                binding,
                difference(asItIs, withOne),
                difference(withOne, report(2)),
                gaps(),
                unlimited());
    }

    /** What overflows with more copies does not fit; what overflows without has no answer. */
    private void requireFigures(Report asItIs) {
        for (Resource resource : Resource.values()) {
            asItIs.total(resource.figure(rule.accounting()));
        }
    }

    private int mostThatFit() {
        int likely = likely();
        boolean isAnswer = likely < spot.mostCopies() && (likely == 0 || fits(likely)) && !fits(likely + 1);
        return isAnswer ? likely : bisected();
    }

    private int likely() {
        long likely = spot.mostCopies();
        try {
            for (int bound = 0; bound < bounds(1).size(); bound++) {
                OptionalLong limit = bounds(1).get(bound).limit();
                if (limit.isPresent()) {
                    long first = bounds(1).get(bound).used();
                    long next = bounds(2).get(bound).used() - first;
                    likely = Math.min(likely, fit(limit.getAsLong() - first, next));
                }
            }
        } catch (OverflowException tooManyCopiesToCount) {
            return 0;
        }
        return (int) likely;
    }

    private static long fit(long freeBesideFirst, long next) {
        if (freeBesideFirst < 0) {
            return 0;
        }
        return next == 0 ? Integer.MAX_VALUE : 1 + freeBesideFirst / next;
    }

    private int bisected() {
        int fits = 0;
        int tooMany = spot.mostCopies();
        if (fits(tooMany)) {
            return tooMany;
        }
        while (fits + 1 < tooMany) {
            int middle = fits + (tooMany - fits) / 2;
            if (fits(middle)) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return fits;
    }

    private boolean fits(int copies) {
        try {
            return exceeded(copies).isEmpty();
        } catch (OverflowException tooManyCopiesToCount) {
            return false;
        }
    }

    private ImmutableList<Limit> exceeded(int copies) {
        return bounds(copies).stream()
                .filter(bound -> bound.limit().isPresent() && bound.exceeds())
                .map(bound ->
                        new Limit(bound.path(), bound.resource(), bound.limit().getAsLong()))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The hardware under the rule, and each machine on the way, which has to hold what is demanded in it one to one, and under
     * a rule on what is set aside that too; a stopped one has to hold what is stored.
     */
    private List<Bound> bounds(int copies) {
        return probes.computeIfAbsent(copies, this::probe);
    }

    private List<Bound> probe(int copies) {
        List<Bound> bounds = new ArrayList<>();
        List<String> names = new ArrayList<>();
        boolean running = true;
        for (Layer layer : spot.with(copies)) {
            names.add(layer.name());
            LayerPath path = new LayerPath(ImmutableList.copyOf(names));
            if (layer instanceof Hardware hardware) {
                bounds.addAll(Bound.ofHardware(path, hardware, rule));
            } else if (layer instanceof GuestOS guest) {
                running &= guest.running();
                bounds.addAll(Bound.ofGuest(path, guest, running, rule));
            }
        }
        return bounds;
    }

    private ImmutableMap<Resource, Long> difference(Report less, Report more) {
        ImmutableMap.Builder<Resource, Long> differences = ImmutableMap.builder();
        for (Resource resource : Resource.values()) {
            Figure.Sum<?> figure = resource.figure(rule.accounting());
            differences.put(resource, more.minus(less, figure, () -> figure.label() + " of one more of " + placement));
        }
        return differences.buildOrThrow();
    }

    /** The hardware comes first on the way. */
    private Report report(int copies) {
        return bounds(copies).get(0).report();
    }

    /** A gap in a machine is often one of the hardware too: then the count of all copies is the larger one. */
    private ImmutableList<Gap> gaps() {
        Map<List<Object>, Gap> gaps = new HashMap<>();
        for (Bound bound : bounds(1)) {
            for (Gap gap : bound.gaps()) {
                gaps.merge(
                        ImmutableList.of(gap.path(), gap.what()), gap, BinaryOperator.maxBy(Comparator.naturalOrder()));
            }
        }
        return ImmutableList.sortedCopyOf(gaps.values());
    }

    private ImmutableList<String> unlimited() {
        return bounds(0).stream()
                .filter(bound -> bound.limit().isEmpty())
                .map(bound -> bound.resource().figure(Accounting.DEMANDED).label() + " of " + bound.path())
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }
}
