package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.Exact;

/** Layers that stand side by side: the first have blocks, as many as fit into the columns there are, the rest share one. */
final class Siblings {
    /** Draws one of them. */
    interface Drawing<L extends Layer> {
        Block block(L layer, long copies, int columns);
    }

    private final long copiesBelow;
    private final Columns left;
    private final Summary rest;
    private final ImmutableList.Builder<Block> blocks = ImmutableList.builder();

    /**
     * @param copiesBelow how many copies there are of what they stand on
     * @param number how many will be added
     * @param columns how many blocks may stand side by side, from 1
     * @param onDaemon whether they are images or containers
     */
    Siblings(long copiesBelow, int number, int columns, boolean onDaemon) {
        this.copiesBelow = copiesBelow;
        this.left = new Columns(columns, number);
        this.rest = new Summary(copiesBelow, onDaemon);
    }

    <L extends Layer> void add(L layer, long count, Drawing<? super L> drawing) {
        if (left.isForRest()) {
            rest.add(layer, count);
        } else {
            long copies = Exact.multiply(copiesBelow, count, "number of copies of " + layer.name());
            add(drawing.block(layer, copies, left.share()));
        }
    }

    private void add(Block block) {
        left.take(block.columns());
        blocks.add(block);
    }

    ImmutableList<Block> blocks() {
        return rest.isEmpty() ? blocks.build() : blocks.add(rest.block()).build();
    }
}
