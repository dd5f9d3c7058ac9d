package io.virtstack.engine;

import io.virtstack.engine.oracle.NaiveShares;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Figure;
import io.virtstack.generators.StackDomain;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** S10: shares are what a split among copies that each stand for themselves gives. */
class AttributionProperties {
    private static final int MOST_COPIES = 2_000;

    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    @Domain(StackDomain.class)
    void diskIsSplitAsTheOracleSplitsIt(@ForAll Hardware stack) {
        Assume.that(NaiveShares.copies(stack) <= MOST_COPIES);
        assertSame(engine.aggregate(stack).byApplication(Figure.DISK), NaiveShares.ofDisk(stack));
    }

    @Property
    @Domain(StackDomain.class)
    void memoryIsSplitAsTheOracleSplitsIt(@ForAll Hardware stack) {
        Assume.that(NaiveShares.copies(stack) <= MOST_COPIES);
        assertSame(engine.aggregate(stack).byApplication(Figure.MEMORY), NaiveShares.ofMemory(stack));
    }

    @Test
    void everyTinyStackIsSplitAsTheOracleSplitsIt() {
        Stacks.tiny().forEach(stack -> {
            assertSame(engine.aggregate(stack).byApplication(Figure.DISK), NaiveShares.ofDisk(stack));
            assertSame(engine.aggregate(stack).byApplication(Figure.MEMORY), NaiveShares.ofMemory(stack));
        });
    }

    private static void assertSame(Breakdown<LayerPath, DataSize> shares, NaiveShares naive) {
        Map<LayerPath, BigInteger> amounts = new TreeMap<>();
        shares.rows().forEach((path, total) -> amounts.put(path, BigInteger.valueOf(total.amount())));
        assertThat(amounts).isEqualTo(naive.byPath());
        assertThat(BigInteger.valueOf(shares.unattributed().amount())).isEqualTo(naive.unattributed());
    }
}
