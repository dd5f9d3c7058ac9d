package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.util.Comparator;

/** Finds how many more copies fit. */
public final class CapacitySearch {
    private static final Comparator<Capacity> LEAST = Comparator.comparingInt(Capacity::copies)
            .thenComparing(capacity -> capacity.binding().toString())
            .thenComparing(capacity -> capacity.firstCopy().toString())
            .thenComparing(capacity -> capacity.nextCopy().toString())
            .thenComparing(capacity -> capacity.gaps().toString())
            .thenComparing(capacity -> capacity.unlimited().toString());

    private final Placement placement;
    private final AdmissionRule rule;
    private final ImmutableList<Spot> spots;

    /**
     * Prepares a search.
     *
     * @param machine a stack
     * @param placement what to add, and where
     * @param rule when a machine counts as full
     */
    public CapacitySearch(Hardware machine, Placement placement, AdmissionRule rule) {
        this(placement, rule, Spot.find(machine, placement));
    }

    private CapacitySearch(Placement placement, AdmissionRule rule, ImmutableList<Spot> spots) {
        this.placement = placement;
        this.rule = rule;
        this.spots = spots;
    }

    /**
     * {@return a search in one place}
     *
     * @param way the layers from the machine up to the target of the placement
     * @param placement what to add, and where
     * @param rule when a machine counts as full
     */
    public static CapacitySearch at(ImmutableList<Layer> way, Placement placement, AdmissionRule rule) {
        return new CapacitySearch(placement, rule, ImmutableList.of(new Spot(way, placement.added())));
    }

    /** {@return the answer; where nothing but the order of siblings tells places apart, that of the fullest} */
    public Capacity answer() {
        return spots.stream()
                .map(spot -> new SpotSearch(spot, placement, rule).answer())
                .min(LEAST)
                .orElseThrow();
    }
}
