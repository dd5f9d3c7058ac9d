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
        rules.checkRule(Resource.MEMORY, Rule.MEMORY_CAPACITY);
        rules.checkRule(Resource.CPU, Rule.CPU_CAPACITY);
        rules.checkRule(Resource.DISK, Rule.DISK_CAPACITY);
    }

    /**
     * In a guest, demand is held against what is set aside for it, one to one. Where the rule is about what is set aside, so is
     * what the guest itself sets aside, which may be over-committed.
     */
    static void ofGuest(
            GuestOS guest, LayerPath path, boolean running, AdmissionRule rule, Consumer<Violation> violations) {
        Hardware inside = InsideView.of(guest);
        Report report = new Report(Flattener.flatten(ImmutableList.of(inside)));
        CapacityRules rules = new CapacityRules(inside, path, rule.withoutReserves(), report, violations);
        rules.checkDemand(Resource.DISK, Rule.CONTENTS);
        if (running) {
            boolean memoryFits = rules.checkDemand(Resource.MEMORY, Rule.MEMORY_DEMAND);
            boolean cpuFits = rules.checkDemand(Resource.CPU, Rule.CPU_DEMAND);
            boolean setAside = rule.accounting() == Accounting.ALLOCATED;
            if (setAside && memoryFits) {
                rules.checkRule(Resource.MEMORY, Rule.MEMORY_CAPACITY);
            }
            if (setAside && cpuFits) {
                rules.checkRule(Resource.CPU, Rule.CPU_CAPACITY);
            }
        }
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

    private void checkRule(Resource resource, Rule broken) {
        OptionalLong capacity = capacity(resource);
        if (capacity.isEmpty()) {
            return;
        }
        long limit = rule.limit(resource, capacity.getAsLong());
        Figure.Sum<?> figure = resource.figure(rule.accounting());
        long needed = report.total(figure).amount();
        if (needed > limit) {
            String value = figure.label() + " " + figure.format(needed) + ", the rule admits " + figure.format(limit)
                    + " of " + figure.format(capacity.getAsLong());
            violations.accept(new Violation(path.toString(), broken, value, LESS_OR_MORE));
        }
    }
}
