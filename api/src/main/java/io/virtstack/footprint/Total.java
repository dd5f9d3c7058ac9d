package io.virtstack.footprint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.virtstack.quantity.Exact;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A figure's value, exact when nothing that enters it is unknown, else a lower bound with the list of what is missing.
 *
 * <p>Totals of one figure form a commutative monoid under {@link #plus}: sums add, the longest is kept, gaps are merged.
 * Immutable and safe for use by several threads.
 *
 * @param figure what is totalled
 * @param amount the known part, in base units: bytes, millicores, nanoseconds or a plain count
 * @param gaps what is unknown, in order, each path and reason once
 * @param <Q> the quantity
 */
public record Total<Q>(Figure<Q> figure, long amount, ImmutableList<Gap> gaps) {
    /**
     * Creates the total; gaps of the same path and reason are merged and put in order.
     *
     * @throws io.virtstack.quantity.OverflowException if the number of gaps of one path exceeds a {@code long}
     */
    public Total {
        gaps = merge(gaps);
    }

    /**
     * {@return a total of nothing, with no gaps}
     *
     * @param figure what is totalled
     * @param <Q> the quantity
     */
    public static <Q> Total<Q> zero(Figure<Q> figure) {
        return new Total<>(figure, 0, ImmutableList.of());
    }

    /** {@return the known part; the whole if {@link #isExact()}, else at least this much} */
    public Q value() {
        return figure.quantity(amount);
    }

    /** {@return the known part; empty if nothing of it is known} */
    public Optional<Q> known() {
        return isUnknown() ? Optional.empty() : Optional.of(value());
    }

    /** {@return whether nothing that enters it is unknown} */
    public boolean isExact() {
        return gaps.isEmpty();
    }

    /**
     * {@return how many unknown figures would enter it}
     *
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public long gapCount() {
        long count = 0;
        for (Gap gap : gaps) {
            count = Exact.add(count, gap.count(), "number of unknown figures in " + figure);
        }
        return count;
    }

    /**
     * {@return this and {@code other} together: the sum, or the longer of two durations}
     *
     * @param other a total of the same figure
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public Total<Q> plus(Total<Q> other) {
        long together = figure instanceof Figure.Longest
                ? Math.max(amount, other.amount)
                : Exact.add(amount, other.amount, figure.label());
        return new Total<>(figure, together, ImmutableList.copyOf(Iterables.concat(gaps, other.gaps)));
    }

    /**
     * {@return this total for {@code copies} separate copies}
     *
     * @param copies from 1
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public Total<Q> times(long copies) {
        long together = figure instanceof Figure.Longest ? amount : Exact.multiply(amount, copies, figure.label());
        return new Total<>(
                figure, together, gaps.stream().map(gap -> gap.times(copies)).collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<Gap> merge(ImmutableList<Gap> gaps) {
        if (gaps.size() < 2) {
            return gaps;
        }
        Map<Gap, Gap> merged = new TreeMap<>();
        for (Gap gap : gaps) {
            merged.merge(new Gap(gap.path(), gap.what(), 0), gap, Gap::plus);
        }
        return ImmutableList.copyOf(merged.values());
    }

    private boolean isUnknown() {
        return amount == 0 && !isExact();
    }

    /** {@return the value in three significant digits, for people; gaps are shown as in {@link #toString}} */
    public String toRoundedString() {
        return withGaps(figure.formatRounded(amount));
    }

    /** {@return the exact value; {@code ≥ 2.1 GB (3 unknown)} with gaps; {@code unknown (3)} when nothing is known} */
    @Override
    public String toString() {
        return withGaps(figure.format(amount));
    }

    private String withGaps(String known) {
        if (isUnknown()) {
            return "unknown (" + gapCount() + ")";
        }
        return isExact() ? known : "≥ " + known + " (" + gapCount() + " unknown)";
    }
}
