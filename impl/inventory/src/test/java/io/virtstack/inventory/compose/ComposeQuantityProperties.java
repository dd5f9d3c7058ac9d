package io.virtstack.inventory.compose;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Texts;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

import static io.virtstack.inventory.source.Texts.expectRefusal;
import static org.assertj.core.api.Assertions.assertThat;

class ComposeQuantityProperties {
    private static final ImmutableMap<String, Integer> UNITS = ImmutableMap.<String, Integer>builder()
            .put("", 0)
            .put("b", 0)
            .put("B", 0)
            .put("k", 1)
            .put("kb", 1)
            .put("KiB", 1)
            .put("m", 2)
            .put(" MB", 2)
            .put("mib", 2)
            .put("g", 3)
            .put("GB", 3)
            .put("t", 4)
            .buildOrThrow();

    @Property
    void allUnitsAreBinary(
            @ForAll @BigRange(min = "0", max = "99999") @Scale(3) BigDecimal number, @ForAll("units") String unit) {
        long bytes = number.multiply(new BigDecimal(BigInteger.TWO.pow(10 * UNITS.getOrDefault(unit, 0))))
                .setScale(0, RoundingMode.DOWN)
                .longValueExact();

        assertThat(ComposeQuantity.size(stated(number.toPlainString() + unit)))
                .isEqualTo(bytes == 0 ? Optional.empty() : Optional.of(DataSize.ofBytes(bytes)));
    }

    @Property
    void cpusAreThousandths(@ForAll @IntRange(min = 1, max = 1_000_000) int millis) {
        String text = BigDecimal.valueOf(millis, 3).toPlainString();
        assertThat(ComposeQuantity.cpus(stated(text))).hasValue(Cpu.ofMillis(millis));
    }

    @Property
    void quotaWithinPeriodIsTheSameAsCpus(@ForAll @IntRange(min = 1, max = 10_000) int millis) {
        assertThat(ComposeQuantity.share(stated(String.valueOf(millis * 100L)), Optional.empty()))
                .hasValue(Cpu.ofMillis(millis));
        assertThat(ComposeQuantity.share(stated(millis + "ms"), Optional.of(stated("1s"))))
                .hasValue(Cpu.ofMillis(millis));
    }

    @Example
    void noneIsNoLimit() {
        assertThat(ComposeQuantity.size(stated("0"))).isEmpty();
        assertThat(ComposeQuantity.cpus(stated("0.0"))).isEmpty();
        assertThat(ComposeQuantity.share(stated("-1"), Optional.empty())).isEmpty();
    }

    @Example
    void refusesOtherTexts() {
        for (String text : ImmutableList.of("x", "1 gigabyte", "-1", "1e3", "0x1", "1..2", "m")) {
            expectRefusal(() -> ComposeQuantity.size(stated(text)), InventoryRule.QUANTITY_FORM, 1);
        }
        expectRefusal(() -> ComposeQuantity.size(stated("99999999999t")), InventoryRule.QUANTITY_RANGE, 1);
        expectRefusal(() -> ComposeQuantity.cpus(stated("a lot")), InventoryRule.QUANTITY_FORM, 1);
        expectRefusal(() -> ComposeQuantity.count(stated("-1")), InventoryRule.QUANTITY_FORM, 1);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS.keySet());
    }

    private static Stated stated(String text) {
        return new Stated(Texts.document("x: 1"), text);
    }
}
