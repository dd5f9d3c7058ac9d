package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.OverflowException;

/**
 * What machines cost: each figure by kind of layer, in 128 bits, with the number of gaps. Immutable and safe for use by several
 * threads.
 */
final class Costs {
    static final Costs NONE = new Costs(SparseLongs.NONE, SparseLongs.NONE, SparseLongs.NONE);

    private static final Figure.Sum<?>[] SUMS = Figure.sums().toArray(new Figure.Sum<?>[0]);
    private static final long[] CELLS_OF_SUM =
            Figure.sums().stream().mapToLong(Cell::set).toArray();

    private final SparseLongs low;
    /** What the upper halves are more than the lower ones' signs say: as good as always nothing. */
    private final SparseLongs beyond;

    private final SparseLongs gaps;

    private Costs(SparseLongs low, SparseLongs beyond, SparseLongs gaps) {
        this.low = low;
        this.beyond = beyond;
        this.gaps = gaps;
    }

    /** These costs and a change, if each figure that changes fits a {@code long}. */
    Costs plus(Change change, String name) {
        long cells = low.cells() | change.knownCells();
        long[] sums = low.spread(cells);
        SparseLongs beyondSums = beyond;
        for (long rest = change.knownCells(); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            WideSum sum = new WideSum();
            sum.add(change.known(cell));
            sum.addWide(high(cell), low.get(cell));
            long more = sum.high() - (sum.low() >> (Long.SIZE - 1));
            if (more != beyond.get(cell)) {
                beyondSums = beyondSums.with(cell, more);
            }
            sums[SparseLongs.index(cells, cell)] = sum.low();
        }
        Costs together = new Costs(SparseLongs.of(cells, sums), beyondSums, gapsWith(change));
        together.requireFits(change.knownCells(), name);
        return together;
    }

    private SparseLongs gapsWith(Change change) {
        if (change.gapCells() == 0) {
            return gaps;
        }
        long cells = gaps.cells() | change.gapCells();
        long[] sums = gaps.spread(cells);
        for (long rest = change.gapCells(); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            int index = SparseLongs.index(cells, cell);
            sums[index] = Exact.add(sums[index], change.gaps(cell), "number of unknown figures");
        }
        return SparseLongs.of(cells, sums);
    }

    private long high(int cell) {
        return (low.get(cell) >> (Long.SIZE - 1)) + beyond.get(cell);
    }

    private void requireFits(long changed, String name) {
        for (int figure = 0; figure < SUMS.length; figure++) {
            if ((changed & CELLS_OF_SUM[figure]) != 0 && !fits(CELLS_OF_SUM[figure])) {
                throw new OverflowException(SUMS[figure].label() + " of " + name);
            }
        }
    }

    private boolean fits(long cells) {
        if (beyond == SparseLongs.NONE) {
            long sum = 0;
            boolean overflows = false;
            for (long rest = cells & low.cells(); rest != 0; rest &= rest - 1) {
                long part = low.get(Long.numberOfTrailingZeros(rest));
                long more = sum + part;
                overflows |= ((sum ^ more) & (part ^ more)) < 0;
                sum = more;
            }
            if (!overflows) {
                return true;
            }
        }
        WideSum sum = sum(cells);
        return sum.high() == sum.low() >> (Long.SIZE - 1);
    }

    private WideSum sum(long cells) {
        WideSum sum = new WideSum();
        for (long rest = cells & low.cells(); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            sum.addWide(high(cell), low.get(cell));
        }
        return sum;
    }

    void addTo(Change change) {
        for (long rest = low.cells(); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            change.addWide(cell, high(cell), low.get(cell));
        }
        for (long rest = gaps.cells(); rest != 0; rest &= rest - 1) {
            int cell = Long.numberOfTrailingZeros(rest);
            change.addGaps(cell, gaps.get(cell));
        }
    }

    /** The total of a sum, with gaps at a place of this name. */
    <Q> Total<Q> total(Figure.Sum<Q> figure, String name) {
        return new Total<>(
                figure, sum(Cell.set(figure)).toLong(() -> figure.label() + " of " + name), gaps(figure, name));
    }

    /** The unknown figures that enter a total, one line for each kind of layer. */
    ImmutableList<Gap> gaps(Figure<?> figure, String name) {
        if ((gaps.cells() & Cell.set(figure)) == 0) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Gap> found = ImmutableList.builder();
        for (Category category : Cell.categories(figure)) {
            long count = gaps.get(Cell.of(figure, category));
            if (count != 0) {
                found.add(new Gap(LayerPath.of(name), category.label(), count));
            }
        }
        return found.build();
    }

    <Q> Breakdown<Category, Q> byKind(Figure.Sum<Q> figure, String name) {
        ImmutableMap.Builder<Category, Total<Q>> rows = ImmutableMap.builder();
        ImmutableList<Category> possible = Cell.categories(figure);
        for (Category category : Category.values()) {
            if (possible.contains(category)) {
                Total<Q> row = row(figure, category, name);
                if (row.amount() != 0 || !row.isExact()) {
                    rows.put(category, row);
                }
            }
        }
        return new Breakdown<>(figure, rows.buildOrThrow(), Total.zero(figure));
    }

    private <Q> Total<Q> row(Figure.Sum<Q> figure, Category category, String name) {
        int cell = Cell.of(figure, category);
        long amount = sum(1L << cell).toLong(() -> figure.label() + " of " + category.label() + " of " + name);
        long count = gaps.get(cell);
        return new Total<>(
                figure,
                amount,
                count == 0
                        ? ImmutableList.of()
                        : ImmutableList.of(new Gap(LayerPath.of(name), category.label(), count)));
    }
}
