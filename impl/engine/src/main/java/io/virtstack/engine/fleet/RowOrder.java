package io.virtstack.engine.fleet;

import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.Table;
import java.util.Arrays;

/** The applications on each daemon and operating system in the order of their images, then of their names. */
final class RowOrder {
    private final Block block;
    private final Catalogue catalogue;
    private final int[] order;
    private long[] keys = new long[64];

    RowOrder(Block block, Catalogue catalogue) {
        this.block = block;
        this.catalogue = catalogue;
        this.order = new int[block.images().size()];
    }

    /** Which row comes where. */
    int[] rows() {
        Table groups = block.table(Part.GROUP);
        for (int host = 0; host < block.hosts(); host++) {
            int first = block.start(Part.APPLICATION, host);
            for (int group = block.start(Part.GROUP, host); group < block.start(Part.GROUP, host + 1); group++) {
                int from = first + (int) groups.column(Field.FIRST).get(group);
                int to = first + (int) groups.column(Field.END).get(group);
                sort(from, to);
            }
        }
        return order;
    }

    private void sort(int from, int to) {
        if (keys.length < to - from) {
            keys = new long[2 * (to - from)];
        }
        for (int row = from; row < to; row++) {
            long image = catalogue.image(block.images().get(row));
            keys[row - from] = (image << Integer.SIZE) | row;
        }
        Arrays.sort(keys, 0, to - from);
        for (int row = from; row < to; row++) {
            order[row] = (int) keys[row - from];
        }
        int start = from;
        for (int row = from + 1; row <= to; row++) {
            if (row == to || keys[row - from] >>> Integer.SIZE != keys[start - from] >>> Integer.SIZE) {
                sortByName(start, row);
                start = row;
            }
        }
    }

    private void sortByName(int from, int to) {
        boolean sorted = true;
        for (int at = from + 1; sorted && at < to; at++) {
            sorted = block.names().compareApplications(order[at - 1], order[at]) <= 0;
        }
        if (sorted) {
            return;
        }
        Integer[] rows = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
        Arrays.sort(rows, block.names()::compareApplications);
        for (int at = from; at < to; at++) {
            order[at] = rows[at - from];
        }
    }
}
