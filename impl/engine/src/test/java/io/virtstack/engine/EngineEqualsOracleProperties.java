package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.generators.StackDomain;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** L7: the engine says what the oracle says, always. */
class EngineEqualsOracleProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    @Domain(StackDomain.class)
    void onAnyStack(@ForAll Hardware stack) {
        assertThat(engine.footprint(stack)).isEqualTo(Oracle.footprint(ImmutableList.of(stack)));
    }

    @Property
    @Domain(StackDomain.class)
    void onAnyFleet(@ForAll List<Hardware> fleet) {
        assertThat(engine.aggregate(fleet).footprint()).isEqualTo(Oracle.footprint(fleet));
    }

    @Property
    @Domain(StackDomain.class)
    void onEveryKindOfLayer(@ForAll Hardware stack) {
        Aggregation answers = engine.aggregate(stack);
        for (Figure.Sum<?> figure : Figure.sums()) {
            for (Category category : Category.values()) {
                assertThat(answers.byKind(figure).row(category))
                        .as("%s of %s", figure, category)
                        .isEqualTo(Oracle.ofKind(ImmutableList.of(stack), figure, category));
            }
        }
    }

    @Property
    @Domain(StackDomain.NearOverflow.class)
    void nearTheLargestNumbers(@ForAll Hardware stack) {
        assertThat(Outcome.of(() -> engine.footprint(stack)))
                .isEqualTo(Outcome.of(() -> Oracle.footprint(ImmutableList.of(stack))));
    }

    @Property
    @Domain(StackDomain.Conflicting.class)
    void onContradictions(@ForAll Hardware stack) {
        assertThat(Outcome.of(() -> engine.footprint(stack)))
                .isEqualTo(Outcome.of(() -> Oracle.footprint(ImmutableList.of(stack))));
    }

    @Test
    void onEveryTinyStack() {
        Stacks.tiny()
                .forEach(stack -> assertThat(engine.footprint(stack))
                        .as(stack.toString())
                        .isEqualTo(Oracle.footprint(ImmutableList.of(stack))));
    }
}
