package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Utilisation;
import io.virtstack.comparison.Comparison;
import io.virtstack.engine.capacity.CapacitySearch;
import io.virtstack.engine.capacity.MachineUse;
import io.virtstack.engine.check.Check;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.fleet.FleetBuilder;
import io.virtstack.engine.live.PersistentFleet;
import io.virtstack.engine.report.Report;
import io.virtstack.engine.report.Sides;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.layer.Hardware;
import io.virtstack.violation.Violation;

/** The engine: values → rows → columns → sums → answers. Stateless. */
public final class ColumnarEngine implements AggregationEngine {
    /** Creates the engine; for the service loader. */
    public ColumnarEngine() {}

    @Override
    public Aggregation aggregate(Iterable<Hardware> machines) {
        return new Report(Flattener.flatten(machines));
    }

    @Override
    public Comparison compare(Hardware before, Hardware after) {
        return new Comparison(Sides.of(before), Sides.of(after));
    }

    @Override
    public ImmutableList<Violation> check(Hardware machine, AdmissionRule rule) {
        return Check.of(machine, rule);
    }

    @Override
    public Capacity capacity(Hardware machine, Placement placement, AdmissionRule rule) {
        return new CapacitySearch(machine, placement, rule).answer();
    }

    @Override
    public Utilisation utilisation(Hardware machine, AdmissionRule rule) {
        return MachineUse.of(machine, rule);
    }

    @Override
    public Fleet.Builder fleet(String name) {
        return new FleetBuilder(name);
    }

    @Override
    public LiveFleet liveFleet(String name) {
        return new PersistentFleet(name);
    }
}
