package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import java.util.List;

/** Blocks standing on one another: each as wide as what stands on it, the lowest ones on one line. */
public final class StackLayout {
    private final Metrics metrics;
    private final ImmutableList<Column> columns;

    /**
     * @param blocks the lowest blocks, with what stands on them
     * @param metrics the plane
     */
    public StackLayout(List<Block> blocks, Metrics metrics) {
        this.metrics = metrics;
        this.columns =
                blocks.stream().map(block -> new Column(block, metrics)).collect(ImmutableList.toImmutableList());
    }

    /** {@return how many blocks fit side by side on a number of machines} */
    public static int columns(int width, Metrics metrics) {
        return Math.max(1, width / (metrics.narrowest() + metrics.gap()));
    }

    /** {@return the width in which nothing needs to be cut} */
    public int wantedWidth() {
        return Column.wanted(columns) + gaps();
    }

    /**
     * {@return the blocks in their places, with a gap between the lowest ones: the left edge of all is at 0, the lower one too}
     *
     * @param width of all together
     */
    public ImmutableList<PlacedBlock> place(int width) {
        ImmutableList.Builder<PlacedBlock> placed = ImmutableList.builder();
        int[] widths = Column.widths(columns, width - gaps(), metrics);
        int x = 0;
        for (int i = 0; i < widths.length; i++) {
            columns.get(i).place(x, 0, widths[i], placed);
            x += widths[i] + metrics.gap();
        }
        return placed.build();
    }

    private int gaps() {
        return metrics.gap() * Math.max(0, columns.size() - 1);
    }
}
