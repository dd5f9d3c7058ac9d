package io.virtstack.engine.oracle;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.OverflowException;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Known amounts and unknown figures, by category. */
final class Tally {
    private record Missing(Category category, LayerPath path, String what) {}

    private final Map<Category, BigInteger> amounts = new LinkedHashMap<>();
    private final Map<Missing, BigInteger> gaps = new LinkedHashMap<>();

    static Tally of(Category category, LayerPath path, String what, Optional<Long> amount) {
        Tally tally = new Tally();
        if (amount.isPresent()) {
            tally.add(category, BigInteger.valueOf(amount.get()));
        } else {
            tally.miss(category, path, what);
        }
        return tally;
    }

    void add(Category category, BigInteger amount) {
        amounts.merge(category, amount, BigInteger::add);
    }

    void miss(Category category, LayerPath path, String what) {
        gaps.merge(new Missing(category, path, what), BigInteger.ONE, BigInteger::add);
    }

    Tally plus(Tally other) {
        return plus(other, BigInteger.ONE);
    }

    Tally plus(Tally other, BigInteger times) {
        Tally sum = new Tally();
        sum.amounts.putAll(amounts);
        sum.gaps.putAll(gaps);
        other.amounts.forEach((category, amount) -> sum.add(category, amount.multiply(times)));
        other.gaps.forEach((missing, count) -> sum.gaps.merge(missing, count.multiply(times), BigInteger::add));
        return sum;
    }

    boolean hasNoGaps() {
        return gaps.isEmpty();
    }

    BigInteger sum() {
        return amounts.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    }

    <Q> Total<Q> total(Figure<Q> figure) {
        return new Total<>(figure, exact(sum()), gapsOf(gaps));
    }

    <Q> Total<Q> total(Figure<Q> figure, Category category) {
        Map<Missing, BigInteger> some = new LinkedHashMap<>(gaps);
        some.keySet().removeIf(missing -> missing.category() != category);
        return new Total<>(figure, exact(amounts.getOrDefault(category, BigInteger.ZERO)), gapsOf(some));
    }

    private static ImmutableList<Gap> gapsOf(Map<Missing, BigInteger> gaps) {
        return gaps.entrySet().stream()
                .map(gap -> new Gap(gap.getKey().path(), gap.getKey().what(), exact(gap.getValue())))
                .collect(ImmutableList.toImmutableList());
    }

    static long exact(BigInteger value) {
        if (value.bitLength() > 63) {
            throw new OverflowException("the oracle's total");
        }
        return value.longValue();
    }
}
