package io.virtstack.footprint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.quantity.OverflowException;
import java.math.BigInteger;

/**
 * A total split into rows that add up to it exactly. Immutable and safe for use by several threads.
 *
 * @param figure what is split
 * @param rows what each row has; rows of nothing may be missing
 * @param unattributed what belongs to no row: in a breakdown by application, items that no application uses
 * @param <K> what the rows are: {@link Category} or {@link io.virtstack.layer.LayerPath}
 * @param <Q> the quantity
 */
public record Breakdown<K, Q>(Figure.Sum<Q> figure, ImmutableMap<K, Total<Q>> rows, Total<Q> unattributed) {
    /**
     * {@return what a row has; nothing if there is no such row}
     *
     * @param key which row
     */
    public Total<Q> row(K key) {
        Total<Q> row = rows.get(key);
        return row == null ? Total.zero(figure) : row;
    }

    /** {@return the sum of all rows and of what is unattributed: the total that was split} */
    public Total<Q> total() {
        BigInteger amount = BigInteger.valueOf(unattributed.amount());
        ImmutableList.Builder<Gap> gaps = ImmutableList.builder();
        gaps.addAll(unattributed.gaps());
        for (Total<Q> row : rows.values()) {
            // Some rows may be negative, so that the sum fits where a part of it does not.
            amount = amount.add(BigInteger.valueOf(row.amount()));
            gaps.addAll(row.gaps());
        }
        if (amount.bitLength() >= Long.SIZE) {
            throw new OverflowException(figure.label());
        }
        return new Total<>(figure, amount.longValue(), gaps.build());
    }

    /** {@return one line per row} */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder(figure.label()).append(' ').append(total());
        rows.forEach((key, total) -> lines.append(System.lineSeparator())
                .append("  ")
                .append(key instanceof Category category ? category.label() : key)
                .append(' ')
                .append(total));
        if (!unattributed.isExact() || unattributed.amount() != 0) {
            lines.append(System.lineSeparator()).append("  unattributed ").append(unattributed);
        }
        return lines.toString();
    }
}
