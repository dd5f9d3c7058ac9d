package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;

import static org.assertj.core.api.Assertions.assertThat;

/** What the engine's check says of one stack. */
record Verdict(ImmutableList<Violation> violations) {
    static Verdict on(Hardware machine) {
        return on(machine, AdmissionRule.standard());
    }

    static Verdict on(Hardware machine, AdmissionRule rule) {
        return new Verdict(AggregationEngine.create().check(machine, rule));
    }

    static Verdict on(RunsOnHardware layer) {
        return on(Hardware.builder("rack").runs(layer).build());
    }

    void isFine() {
        assertThat(violations).isEmpty();
    }

    /** One rule is broken in one place and no other, the value reads so, and there is a remedy. */
    void isOnly(Rule rule, String place, String value) {
        assertThat(violations).hasSize(1);
        Violation violation = violations.get(0);
        assertThat(violation.rule()).isEqualTo(rule);
        assertThat(violation.place()).isEqualTo(place);
        assertThat(violation.value()).isEqualTo(value);
        assertThat(violation.remedy()).isNotBlank();
        assertThat(violation.toString()).contains(rule.id());
    }
}
