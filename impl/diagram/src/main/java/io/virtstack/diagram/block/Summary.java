package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.Exact;
import java.util.EnumMap;
import java.util.Map;

/** The siblings that have no block of their own. */
final class Summary {
    private static final String WHAT = "number of summarised layers";

    private static final ImmutableMap<LayerKind, String> ON_DAEMON =
            ImmutableMap.of(LayerKind.BINARIES, "image", LayerKind.APPLICATION, "container");

    private final long copiesBelow;
    private final boolean onDaemon;
    private final Map<LayerKind, Long> counts = new EnumMap<>(LayerKind.class);

    /**
     * @param copiesBelow how many copies there are of what they stand on
     * @param onDaemon whether they are images or containers
     */
    Summary(long copiesBelow, boolean onDaemon) {
        this.copiesBelow = copiesBelow;
        this.onDaemon = onDaemon;
    }

    void add(Layer layer, long copies) {
        counts.merge(
                layer.kind(), Exact.multiply(copiesBelow, copies, WHAT), (one, other) -> Exact.add(one, other, WHAT));
    }

    boolean isEmpty() {
        return counts.isEmpty();
    }

    Block block() {
        long all = 0;
        ImmutableList.Builder<String> kinds = ImmutableList.builder();
        for (Map.Entry<LayerKind, Long> count : counts.entrySet()) {
            all = Exact.add(all, count.getValue(), WHAT);
            kinds.add(ShortFigures.of(count.getValue()) + " " + label(count.getKey(), count.getValue()));
        }
        ImmutableList<String> byKind = kinds.build();
        return new Block(
                BlockKind.MORE, "not drawn", ShortFigures.of(all) + " more", 1, byKind, byKind, ImmutableList.of());
    }

    private String label(LayerKind kind, long count) {
        String special = onDaemon ? ON_DAEMON.get(kind) : null;
        if (special != null) {
            return count == 1 ? special : special + "s";
        }
        return count == 1 ? BlockKind.of(kind).label() : BlockKind.of(kind).plural();
    }
}
