package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for a quantity that is written in the shortest of its units, without a text that begins with "0.". */
interface ShortestTextLaws<T> extends TextFormLaws<T> {
    int MOST_DECIMALS = 3;

    long amount(T value);

    /** {@return the base units in each unit} */
    ImmutableMap<String, Long> units();

    @Property(tries = 2000)
    default void noExactTextIsShorter(@ForAll("values") T value) {
        for (Map.Entry<String, Long> unit : units().entrySet()) {
            String other = exactly(amount(value), unit.getValue()) + " " + unit.getKey();
            boolean lessThanOne = other.startsWith("0.") || other.startsWith("-0.");
            if (amount(value) != 0 && !lessThanOne && !other.startsWith("?")) {
                assertThat(format(value).length()).as("length of %s", other).isLessThanOrEqualTo(other.length());
            }
        }
    }

    /** Nothing is nothing in any unit; one of them has to be settled. */
    @Example
    default void zeroIsWrittenInTheBaseUnit() {
        T zero = parse("0 " + units().keySet().asList().get(units().size() - 1));
        assertThat(format(zero)).isEqualTo("0 " + units().keySet().asList().get(0));
    }

    private static String exactly(long amount, long unit) {
        for (int decimals = 0; decimals <= MOST_DECIMALS; decimals++) {
            BigDecimal[] parts =
                    BigDecimal.valueOf(amount).scaleByPowerOfTen(decimals).divideAndRemainder(BigDecimal.valueOf(unit));
            if (parts[1].signum() == 0) {
                return parts[0].scaleByPowerOfTen(-decimals).toPlainString();
            }
        }
        return "?";
    }
}
