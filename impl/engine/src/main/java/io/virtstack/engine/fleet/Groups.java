package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a figure by name. Not safe for use by several threads. */
final class Groups {
    private final Map<String, Tally> byName = new HashMap<>();
    private final Tally unattributed = new Tally();

    Tally of(String name) {
        return byName.computeIfAbsent(name, fresh -> new Tally());
    }

    Tally unattributed() {
        return unattributed;
    }

    void add(Groups other) {
        other.byName.forEach((name, tally) -> of(name).add(tally));
        unattributed.add(other.unattributed);
    }

    <Q> Breakdown<String, Q> breakdown(Figure.Sum<Q> figure) {
        Map<String, Total<Q>> rows = new TreeMap<>();
        byName.forEach((name, tally) -> rows.put(name, tally.total(figure, LayerPath.of(name))));
        return new Breakdown<>(
                figure, ImmutableMap.copyOf(rows), unattributed.total(figure, LayerPath.of("unattributed")));
    }
}
