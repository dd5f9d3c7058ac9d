package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.report.Report;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** What a machine, virtual or not, needs to have for what is in it. */
final class CapacityRules {
    private static final String LESS_OR_MORE = "move something elsewhere, or give the machine more";

    private final Hardware machine;
    private final LayerPath path;
    private final AdmissionRule rule;
    private final Report report;
    private final Consumer<Violation> violations;

    private CapacityRules(
            Hardware machine, LayerPath path, AdmissionRule rule, Report report, Consumer<Violation> violations) {
        this.machine = machine;
        this.path = path;
        this.rule = rule;
        this.report = report;
        this.violations = violations;
    }

    static void ofHardware(Hardware machine, AdmissionRule rule, Report report, Consumer<Violation> violations) {
        CapacityRules rules = new CapacityRules(machine, LayerPath.of(machine.name()), rule, report, violations);
        rules.checkSetAside(Resource.MEMORY, Rule.MEMORY_CAPACITY, true);
        rules.checkSetAside(Resource.CPU, Rule.CPU_CAPACITY, true);
        rules.checkSetAside(Resource.DISK, Rule.DISK_CAPACITY, true);
    }

    /**
     * In a guest, demand is held against what is set aside, one to one; what it sets aside itself may be over-committed; what
     * the rule keeps free, it keeps free of the hardware.
     */
    static void ofGuest(
            GuestOS guest, LayerPath path, boolean running, AdmissionRule rule, Consumer<Violation> violations) {
        Hardware inside = InsideView.of(guest);
        Report report = new Report(Flattener.flatten(ImmutableList.of(inside)));
        CapacityRules rules = new CapacityRules(inside, path, withoutReserves(rule), report, violations);
        rules.checkDemand(Resource.DISK, Rule.CONTENTS);
        if (running) {
            boolean memoryFits = rules.checkDemand(Resource.MEMORY, Rule.MEMORY_DEMAND);
            boolean cpuFits = rules.checkDemand(Resource.CPU, Rule.CPU_DEMAND);
            if (memoryFits) {
                rules.checkSetAside(Resource.MEMORY, Rule.MEMORY_CAPACITY, false);
            }
            if (cpuFits) {
                rules.checkSetAside(Resource.CPU, Rule.CPU_CAPACITY, false);
            }
        }
    }

    private static AdmissionRule withoutReserves(AdmissionRule rule) {
        return AdmissionRule.builder()
                .memoryOvercommit(rule.memoryOvercommit())
                .cpuOvercommit(rule.cpuOvercommit())
                .build();
    }

    /** The capacity to hold a figure against; none where nobody stated it, or where there is no figure. */
    private OptionalLong capacity(Resource resource) {
        boolean undefined =
                resource == Resource.DISK && !report.ledgers().contradictions().isEmpty();
        return undefined ? OptionalLong.empty() : Capacities.of(machine, resource);
    }

    private boolean checkDemand(Resource resource, Rule broken) {
        OptionalLong capacity = capacity(resource);
        if (capacity.isEmpty()) {
            return true;
        }
        Figure.Sum<?> figure = resource.figure(Accounting.DEMANDED);
        long demanded = report.total(figure).amount();
        if (demanded <= capacity.getAsLong()) {
            return true;
        }
        String value = figure.label() + " " + figure.format(demanded) + " in a machine of "
                + figure.format(capacity.getAsLong());
        violations.accept(new Violation(path.toString(), broken, value, LESS_OR_MORE));
        return false;
    }

    /** The larger of what is set aside and what is demanded is what the machine needs to have. */
    private void checkSetAside(Resource resource, Rule broken, boolean alsoDemanded) {
        OptionalLong capacity = capacity(resource);
        if (capacity.isEmpty()) {
            return;
        }
        long limit = rule.limit(resource, capacity.getAsLong());
        Figure.Sum<?> allocated = resource.figure(Accounting.ALLOCATED);
        Figure.Sum<?> demanded = resource.figure(Accounting.DEMANDED);
        Figure.Sum<?> larger = alsoDemanded
                        && report.total(demanded).amount()
                                > report.total(allocated).amount()
                ? demanded
                : allocated;
        long needed = report.total(larger).amount();
        if (needed > limit) {
            String value = larger.label() + " " + larger.format(needed) + ", the rule admits " + larger.format(limit)
                    + " of " + larger.format(capacity.getAsLong());
            violations.accept(new Violation(path.toString(), broken, value, LESS_OR_MORE));
        }
    }
}
