package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Parts of a figure by name. Not safe for use by several threads. */
final class Groups {
    private final Map<String, Amounts> byName = new HashMap<>();
    private final Amounts unattributed = new Amounts();

    Amounts of(String name) {
        return byName.computeIfAbsent(name, fresh -> new Amounts());
    }

    Amounts unattributed() {
        return unattributed;
    }

    void add(Groups other) {
        other.byName.forEach((name, amounts) -> of(name).add(amounts));
        unattributed.add(other.unattributed);
    }

    <Q> Breakdown<String, Q> breakdown(Figure.Sum<Q> figure) {
        Map<String, Total<Q>> rows = new TreeMap<>();
        byName.forEach((name, amounts) -> rows.put(name, amounts.total(figure, name)));
        return new Breakdown<>(figure, ImmutableMap.copyOf(rows), unattributed.total(figure, "unattributed"));
    }
}
