package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.engine.AdmissionRules;
import io.virtstack.engine.Reversed;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.generators.StackDomain;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.OverflowException;
import io.virtstack.violation.Violation;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The check finds what a plain reading of S2 and S4 to S7 finds, in all kinds of stacks. */
class CheckEqualsNaiveProperties {
    private final AggregationEngine engine = AggregationEngine.create();

    @Provide
    Arbitrary<AdmissionRule> rules() {
        return AdmissionRules.any();
    }

    private Set<Finding> found(Hardware stack, AdmissionRule rule) {
        return engine.check(stack, rule).stream().map(Finding::of).collect(ImmutableSet.toImmutableSet());
    }

    private static Set<Finding> naive(Hardware stack, AdmissionRule rule) {
        return ImmutableSet.<Finding>builder()
                .addAll(NaiveStores.findings(stack))
                .addAll(NaivePositions.findings(stack))
                .addAll(NaiveCapacities.findings(stack, rule))
                .build();
    }

    @Property
    @Domain(StackDomain.class)
    @Domain(DomainContext.Global.class)
    void onAnyStack(@ForAll Hardware stack, @ForAll("rules") AdmissionRule rule) {
        assertThat(found(stack, rule)).isEqualTo(naive(stack, rule));
    }

    @Property
    @Domain(StackDomain.Conflicting.class)
    @Domain(DomainContext.Global.class)
    void onContradictions(@ForAll Hardware stack, @ForAll("rules") AdmissionRule rule) {
        assertThat(found(stack, rule)).isEqualTo(naive(stack, rule));
    }

    @Test
    void onEveryTinyStack() {
        Stacks.tiny(3)
                .forEach(stack -> assertThat(found(stack, AdmissionRule.standard()))
                        .as(stack.toString())
                        .isEqualTo(naive(stack, AdmissionRule.standard())));
    }

    @Property
    @Domain(StackDomain.Conflicting.class)
    void siblingsInAnyOrderBreakTheSameRules(@ForAll Hardware stack) {
        AdmissionRule rule = AdmissionRule.standard();

        assertThat(found(Reversed.siblings(stack), rule)).isEqualTo(found(stack, rule));
    }

    @Property
    @Domain(StackDomain.Conflicting.class)
    void violationsComeInTheOrderOfTheirPlacesEachOnce(@ForAll Hardware stack) {
        List<Violation> violations = engine.check(stack, AdmissionRule.standard());

        assertThat(violations).doesNotHaveDuplicates();
        assertThat(violations.stream().map(Violation::place)).isSorted();
        assertThat(violations).allSatisfy(violation -> {
            assertThat(violation.place()).isNotBlank();
            assertThat(violation.value()).isNotBlank();
            assertThat(violation.remedy()).isNotBlank();
        });
    }

    /** Limits inside a machine are no part of the stack's figures, but they may overflow as well. */
    @Property
    @Domain(StackDomain.NearOverflow.class)
    void overflowsOnlyWhereAFigureDoes(@ForAll Hardware stack) {
        try {
            assertThat(found(stack, AdmissionRule.standard())).isEqualTo(naive(stack, AdmissionRule.standard()));
        } catch (OverflowException overflow) {
            assertThat(aFigureOverflows(stack)).as(overflow.getMessage()).isTrue();
        }
    }

    private static boolean aFigureOverflows(Hardware stack) {
        try {
            Oracle.footprint(ImmutableList.of(stack));
            NaiveCapacities.findings(stack, AdmissionRule.standard());
            return false;
        } catch (OverflowException expected) {
            return true;
        }
    }
}
