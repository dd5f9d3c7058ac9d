package io.virtstack.engine.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.virtstack.comparison.Side;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Application;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.Exact;
import java.util.Map;
import java.util.TreeMap;

/** Sides of comparisons. */
public final class Sides {
    private Sides() {}

    /**
     * {@return a machine as a side of a comparison}
     *
     * @param machine a stack
     */
    public static Side of(Hardware machine) {
        Rows rows = Flattener.flatten(ImmutableList.of(machine));
        Report report = new Report(rows);
        ImmutableList<Breakdown<Category, ?>> breakdowns = Figure.sums().stream()
                .<Breakdown<Category, ?>>map(report::byKind)
                .collect(ImmutableList.toImmutableList());
        return new Side(machine.name(), report.footprint(), breakdowns, applications(rows));
    }

    private static ImmutableMap<String, Long> applications(Rows rows) {
        Map<String, Long> counts = new TreeMap<>();
        rows.applications().forEach(row -> {
            Application application = (Application) rows.layer(row);
            String name = application.name()
                    + application.version().map(version -> " " + version).orElse("");
            counts.merge(name, rows.times(row), (some, more) -> Exact.add(some, more, "copies of " + name));
        });
        return ImmutableSortedMap.copyOf(counts);
    }
}
