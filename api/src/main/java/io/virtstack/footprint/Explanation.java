package io.virtstack.footprint;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.Exact;

/**
 * Where a figure comes from, down to layers and reasons; the lines add up to it exactly.
 *
 * <p>For a sum, every line that enters it; for a duration, the way of the slowest application. Immutable and safe for use by
 * several threads.
 *
 * @param figure what is explained
 * @param contributions the lines, in order of their paths
 * @param <Q> the quantity
 */
public record Explanation<Q>(Figure<Q> figure, ImmutableList<Contribution> contributions) {
    /**
     * {@return the sum of the lines: the known part of the figure}
     *
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public Q total() {
        long sum = 0;
        for (Contribution contribution : contributions) {
            sum = Exact.add(sum, contribution.total(), figure.label());
        }
        return figure.quantity(sum);
    }

    /**
     * {@return the lines of one layer and of those that stand on it}
     *
     * @param path the layer
     */
    public Explanation<Q> under(LayerPath path) {
        return new Explanation<>(
                figure,
                contributions.stream()
                        .filter(contribution -> contribution.path().startsWith(path))
                        .collect(ImmutableList.toImmutableList()));
    }

    /** {@return the figure, with "≥" where a part of it is unknown, and one line per contribution} */
    @Override
    public String toString() {
        boolean exact = contributions.stream().noneMatch(line -> line.basis() == Basis.UNKNOWN);
        StringBuilder lines = new StringBuilder(figure.label())
                .append(exact ? " " : " ≥ ")
                .append(figure.format(figure.amount(total())));
        for (Contribution line : contributions) {
            lines.append(System.lineSeparator())
                    .append("  ")
                    .append(amount(line))
                    .append(line.times() == 1 ? "" : " × " + line.times())
                    .append("  ")
                    .append(line.path())
                    .append(": ")
                    .append(line.item())
                    .append(' ')
                    .append(line.reason().text());
        }
        return lines.toString();
    }

    private String amount(Contribution line) {
        if (line.basis() != Basis.UNKNOWN) {
            return figure.format(line.amount());
        }
        return line.amount() == 0 ? "unknown" : "≥ " + figure.format(line.amount());
    }
}
