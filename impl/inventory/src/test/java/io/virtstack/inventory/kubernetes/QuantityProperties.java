package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import io.virtstack.inventory.source.Texts;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

import static io.virtstack.inventory.source.Texts.document;
import static io.virtstack.inventory.source.Texts.expectRefusal;
import static org.assertj.core.api.Assertions.assertThat;

class QuantityProperties {
    private static final ImmutableMap<String, BigDecimal> UNITS = ImmutableMap.<String, BigDecimal>builder()
            .put("", BigDecimal.ONE)
            .put("n", new BigDecimal("0.000000001"))
            .put("u", new BigDecimal("0.000001"))
            .put("m", new BigDecimal("0.001"))
            .put("k", new BigDecimal("1e3"))
            .put("M", new BigDecimal("1e6"))
            .put("G", new BigDecimal("1e9"))
            .put("T", new BigDecimal("1e12"))
            .put("P", new BigDecimal("1e15"))
            .put("E", new BigDecimal("1e18"))
            .put("e3", new BigDecimal("1e3"))
            .put("E-2", new BigDecimal("1e-2"))
            .put("e+1", new BigDecimal("10"))
            .put("Ki", binary(1))
            .put("Mi", binary(2))
            .put("Gi", binary(3))
            .put("Ti", binary(4))
            .put("Pi", binary(5))
            .put("Ei", binary(6))
            .buildOrThrow();

    @Property
    void isTheNumberTimesItsUnit(
            @ForAll @BigRange(min = "0", max = "99999999") @Scale(6) BigDecimal number, @ForAll("units") String unit) {
        BigDecimal exact = number.multiply(UNITS.get(unit));
        BigInteger bytes = exact.setScale(0, RoundingMode.CEILING).toBigInteger();
        BigInteger millis =
                exact.movePointRight(3).setScale(0, RoundingMode.CEILING).toBigInteger();
        Assume.that(millis.bitLength() < 64);

        Node node = document("q: '" + number.toPlainString() + unit + "'").get("q");

        assertThat(Quantity.parse(node)).isEqualByComparingTo(exact);
        assertThat(Quantity.size(node).bytes()).isEqualTo(bytes.longValueExact());
        assertThat(Quantity.cpu(node).millis()).isEqualTo(millis.longValueExact());
    }

    @Example
    void readsWhatManifestsHold() {
        assertThat(size("128974848")).isEqualTo(128_974_848L);
        assertThat(size("129e6")).isEqualTo(129_000_000L);
        assertThat(size("129M")).isEqualTo(129_000_000L);
        assertThat(size("128974848000m")).isEqualTo(128_974_848L);
        assertThat(size("123Mi")).isEqualTo(123L << 20);
        assertThat(size("1.5Gi")).isEqualTo(3L << 29);
        assertThat(size("1e3")).isEqualTo(1_000L);
        assertThat(size("7E")).isEqualTo(7_000_000_000_000_000_000L);
        assertThat(size(".5Ki")).isEqualTo(512L);
        assertThat(size("5.")).isEqualTo(5L);
        assertThat(size("-0")).isZero();
        assertThat(cpu("0.1")).isEqualTo(100L);
        assertThat(cpu("100m")).isEqualTo(100L);
        assertThat(cpu("2")).isEqualTo(2_000L);
    }

    @Example
    void roundsUpAndSaysSo() {
        Source source = Texts.source("a: 100m\nb: 0.5m\nc: 1n\n");
        Node root = TextDocuments.of(source).get(0);

        assertThat(Quantity.size(root.get("a")).bytes()).isEqualTo(1);
        assertThat(Quantity.cpu(root.get("b")).millis()).isEqualTo(1);
        assertThat(Quantity.cpu(root.get("c")).millis()).isEqualTo(1);
        assertThat(Texts.notes(source)).hasSize(3).allMatch(note -> note.contains("rounded up"));
    }

    @Example
    void refusesWhatIsNoQuantity() {
        for (String text : new String[] {
            "1KiB", "1 Gi", "x", "1.2.3", "1,5", "1kk", "0x10", "1e", "Gi", ".", "+", "${memory}", "NaN", "١", "1e9999"
        }) {
            expectRefusal(() -> size(text), InventoryRule.QUANTITY_FORM, 1);
        }
        expectRefusal(() -> size("-1"), InventoryRule.QUANTITY_FORM, 1);
        expectRefusal(() -> size("12E"), InventoryRule.QUANTITY_RANGE, 1);
        expectRefusal(() -> size("1e999"), InventoryRule.QUANTITY_RANGE, 1);
        expectRefusal(() -> cpu("9223372036854775807"), InventoryRule.QUANTITY_RANGE, 1);
        expectRefusal(() -> size("9".repeat(41)), InventoryRule.QUANTITY_FORM, 1);
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.of(UNITS.keySet());
    }

    private static long size(String text) {
        return Quantity.size(document("q: '" + text + "'").get("q")).bytes();
    }

    private static long cpu(String text) {
        return Quantity.cpu(document("q: '" + text + "'").get("q")).millis();
    }

    private static BigDecimal binary(int step) {
        return new BigDecimal(BigInteger.TWO.pow(10 * step));
    }
}
