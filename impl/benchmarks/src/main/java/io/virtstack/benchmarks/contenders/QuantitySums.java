package io.virtstack.benchmarks.contenders;

import com.google.common.collect.ImmutableList;
import io.fabric8.kubernetes.api.model.Quantity;
import io.virtstack.benchmarks.data.HostRows;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** Kubernetes' quantities as fabric8 has them: texts with a unit. */
public final class QuantitySums {
    private final ImmutableList<Optional<Quantity>> quantities;
    private final int decimals;

    private QuantitySums(long[] column, String unit, int decimals) {
        this.decimals = decimals;
        this.quantities = Arrays.stream(column)
                .mapToObj(figure -> Optional.of(figure)
                        .filter(known -> known != HostRows.UNKNOWN)
                        .map(known -> new Quantity(Long.toString(known), unit)))
                .collect(ImmutableList.toImmutableList());
    }

    /** Makes a quantity of each number of bytes. */
    public static QuantitySums ofBytes(long[] column) {
        return new QuantitySums(column, "", 0);
    }

    /** Makes a quantity of each number of millicores. */
    public static QuantitySums ofMillicores(long[] column) {
        return new QuantitySums(column, "m", 3);
    }

    /** {@return the sum of what is known} */
    public long sum() {
        return quantities.parallelStream()
                .flatMap(Optional::stream)
                .map(Quantity::getNumericalAmount)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .movePointRight(decimals)
                .longValueExact();
    }
}
