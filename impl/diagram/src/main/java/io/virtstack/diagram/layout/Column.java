package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import java.util.List;

/** A block with what stands on it, before it has a place: how wide it would like to be, and how high it then is. */
final class Column {
    private final Block block;
    private final BlockFace face;
    private final Metrics metrics;
    private final ImmutableList<Column> above;
    private final int leaves;
    private final int wanted;

    Column(Block block, Metrics metrics) {
        this.block = block;
        this.face = new BlockFace(block, metrics);
        this.metrics = metrics;
        this.above =
                block.above().stream().map(over -> new Column(over, metrics)).collect(ImmutableList.toImmutableList());
        this.leaves = block.columns();
        int own = Math.max(metrics.narrowest(), Math.min(metrics.widest(), face.wantedWidth()));
        this.wanted = Math.max(own, wanted(above));
    }

    static int wanted(List<Column> columns) {
        return columns.stream().mapToInt(Column::wanted).sum();
    }

    int wanted() {
        return wanted;
    }

    int leaves() {
        return leaves;
    }

    /** Places the block with its lower edge at {@code bottom}, and what stands on it over it. */
    void place(int x, int bottom, int width, ImmutableList.Builder<PlacedBlock> placed) {
        ImmutableList<String> lines = face.lines(width);
        int height = BlockFace.height(lines.size(), metrics);
        Area area = new Area(x, bottom - height, width, height);
        placed.add(new PlacedBlock(area, block.kind(), block.description(), face.texts(area, lines)));
        placeAbove(x, area.y(), width, placed);
    }

    private void placeAbove(int x, int bottom, int width, ImmutableList.Builder<PlacedBlock> placed) {
        int[] widths = widths(above, width, metrics);
        int left = x;
        for (int i = 0; i < widths.length; i++) {
            above.get(i).place(left, bottom, widths[i], placed);
            left += widths[i];
        }
    }

    /** Each has what it needs; what there is beyond is dealt out equally where all have what they want, else by what they want. */
    static int[] widths(List<Column> columns, int width, Metrics metrics) {
        int wanted = wanted(columns);
        int needed = columns.stream().mapToInt(Column::leaves).sum() * metrics.narrowest();
        int[] widths = new int[columns.size()];
        int left = width;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            int least = column.leaves * metrics.narrowest();
            if (width >= wanted) {
                widths[i] = column.wanted + (width - wanted) / widths.length;
            } else {
                long beyond = (long) (width - needed) * (column.wanted - least) / Math.max(1, wanted - needed);
                widths[i] = least + (int) beyond;
            }
            left -= widths[i];
        }
        for (int i = 0; i < widths.length && left > 0; i++) {
            widths[i]++;
            left--;
        }
        return widths;
    }
}
