package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** L7 in every build on at least ten thousand stacks, whatever the default number of tries is. */
class TenThousandStacksProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property(tries = 10_000)
    @Domain(StackDomain.class)
    void theEngineSaysWhatTheOracleSays(@ForAll Hardware stack) {
        assertThat(engine.footprint(stack)).isEqualTo(Oracle.footprint(ImmutableList.of(stack)));
    }
}
