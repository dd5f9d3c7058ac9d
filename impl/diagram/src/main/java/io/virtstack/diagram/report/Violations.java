package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.Exact;
import io.virtstack.violation.Violation;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is wrong with machines. */
final class Violations {
    private static final Paragraph DISK_UNDEFINED = new Paragraph(
            "A store holds something of two sizes, or is of two kinds: all figures of disk are undefined until that is put"
                    + " right.");

    private Violations() {}

    static ImmutableList<Content> of(Answers answers, ImmutableMultiset<Hardware> machines, AdmissionRule rule) {
        AggregationEngine engine = AggregationEngine.create();
        Map<Violation, Long> violations = new LinkedHashMap<>();
        machines.forEachEntry((machine, count) -> engine.check(machine, rule)
                .forEach(violation -> violations.merge(
                        violation, (long) count, (one, other) -> Exact.add(one, other, "number of machines"))));
        answers.undefined().forEach(violation -> violations.putIfAbsent(violation, 1L));
        ImmutableList.Builder<Content> contents = ImmutableList.builder();
        if (!answers.undefined().isEmpty()) {
            contents.add(DISK_UNDEFINED);
        }
        return contents.add(ViolationTable.of(violations))
                .add(new Paragraph("A machine counts as full under this rule: " + rule + "."))
                .build();
    }

    /** {@return why there are no figures of disk} */
    static ImmutableList<Content> ofUndefined(Answers answers) {
        Map<Violation, Long> violations = new LinkedHashMap<>();
        answers.undefined().forEach(violation -> violations.put(violation, 1L));
        return ImmutableList.of(DISK_UNDEFINED, ViolationTable.of(violations));
    }
}
