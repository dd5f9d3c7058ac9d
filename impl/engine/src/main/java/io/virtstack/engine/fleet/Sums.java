package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Figure;

/** Adds up a figure over machines of blocks. Immutable and safe for use by several threads. */
final class Sums {
    private final ImmutableList<Line> lines;
    private final ImmutableList<Layers> layers;

    Sums(Figure.Sum<?> figure, Catalogue catalogue) {
        this.lines = Line.of(figure);
        boolean ofDisk = figure.equals(Figure.DISK) || figure.equals(Figure.LOGICAL_DISK);
        this.layers = ofDisk ? ImmutableList.of(new Layers(catalogue, figure.equals(Figure.DISK))) : ImmutableList.of();
    }

    /** What some machines of a block have. */
    Amounts of(Block block, int fromHost, int toHost) {
        Amounts amounts = new Amounts();
        for (Line line : lines) {
            if (block.copiesAreAlwaysOne()) {
                add(line, block, fromHost, toHost, amounts);
            } else {
                addWithCopies(line, block, fromHost, toHost, amounts);
            }
        }
        for (Layers stored : layers) {
            stored.addTo(block, fromHost, toHost, amounts);
        }
        return amounts;
    }

    private static void add(Line line, Block block, int fromHost, int toHost, Amounts amounts) {
        int from = block.start(line.part(), fromHost);
        int to = block.start(line.part(), toHost);
        Table table = block.table(line.part());
        table.addTo(line.field(), from, to, amounts.known(line.category()));
        table.addGapsTo(line.field(), from, to, amounts.gaps(line.category()));
    }

    private static void addWithCopies(Line line, Block block, int fromHost, int toHost, Amounts amounts) {
        Table table = block.table(line.part());
        for (int host = fromHost; host < toHost; host++) {
            int from = block.start(line.part(), host);
            int to = block.start(line.part(), host + 1);
            WideSum known = new WideSum();
            table.addTo(line.field(), from, to, known);
            amounts.known(line.category()).add(known, block.copies(host));
            if (table.hasGaps(line.field())) {
                WideSum gaps = new WideSum();
                table.addGapsTo(line.field(), from, to, gaps);
                amounts.gaps(line.category()).add(gaps, block.copies(host));
            }
        }
    }
}
