package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.report.Report;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.violation.Violation;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;

/** Checks a whole stack and returns all that is wrong. */
public final class Check {
    private static final Comparator<Violation> ORDER = Comparator.comparing(Violation::place)
            .thenComparing(Violation::rule)
            .thenComparing(Violation::value);

    private Check() {}

    /**
     * {@return all violations, in order of their places}
     *
     * @param machine a stack
     * @param rule when a machine counts as full
     */
    public static ImmutableList<Violation> of(Hardware machine, AdmissionRule rule) {
        Rows rows = Flattener.flatten(ImmutableList.of(machine));
        Report report = new Report(rows);
        Set<Violation> found = new LinkedHashSet<>(report.ledgers().contradictions());
        found.addAll(new PositionRules(rows, machine).violations());
        CapacityRules.ofHardware(machine, rule, report, found::add);
        for (int row = 0; row < rows.size(); row++) {
            if (rows.layer(row) instanceof GuestOS guest && guest.machine().isPresent()) {
                CapacityRules.ofGuest(guest, rows.path(row), rows.running(row), rule, found::add);
            }
        }
        return ImmutableList.sortedCopyOf(ORDER, found);
    }
}
