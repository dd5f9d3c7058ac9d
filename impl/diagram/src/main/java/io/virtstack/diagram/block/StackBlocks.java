package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Layer;

/**
 * The blocks of machines, as the model says that layers stand on one another. Equal siblings are one block with a number of
 * copies. What does not fit into the columns there are is summarised, so that a picture has a bound whatever is drawn.
 */
public final class StackBlocks {
    private StackBlocks() {}

    /**
     * {@return the blocks of machines, side by side}
     *
     * @param machines what is drawn
     * @param columns how many blocks may stand side by side, from 1
     */
    public static ImmutableList<Block> of(Iterable<? extends Layer> machines, int columns) {
        return blocks(ImmutableMultiset.copyOf(machines), 1, columns);
    }

    private static ImmutableList<Block> blocks(Multiset<? extends Layer> layers, long copiesBelow, int columns) {
        Siblings siblings = new Siblings(copiesBelow, layers.entrySet().size(), columns, false);
        layers.forEachEntry((layer, count) -> siblings.add(layer, count, StackBlocks::block));
        return siblings.blocks();
    }

    private static Block block(Layer layer, long copies, int columns) {
        ImmutableList<Block> above = layer instanceof DockerDaemon daemon
                ? ImageBlocks.of(daemon, copies, columns)
                : blocks(layer.runs(), copies, columns);
        return block(layer, label(layer), copies, above);
    }

    /** {@return the block of one layer} */
    static Block block(Layer layer, String label, long copies, ImmutableList<Block> above) {
        LayerFacts facts = LayerFacts.of(layer);
        return new Block(
                BlockKind.of(layer.kind()), label, layer.name(), copies, facts.figures(), facts.details(), above);
    }

    private static String label(Layer layer) {
        if (layer instanceof BareMetalHypervisor) {
            return "bare-metal hypervisor";
        }
        return layer instanceof HostedHypervisor
                ? "hosted hypervisor"
                : BlockKind.of(layer.kind()).label();
    }
}
