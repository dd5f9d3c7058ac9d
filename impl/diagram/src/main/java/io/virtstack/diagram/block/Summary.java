package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.Exact;
import java.util.EnumMap;
import java.util.Map;

/** The siblings that have no block of their own. */
final class Summary {
    private static final String WHAT = "number of summarised layers";

    private final long copiesBelow;
    private final Map<LayerKind, Long> counts = new EnumMap<>(LayerKind.class);

    Summary(long copiesBelow) {
        this.copiesBelow = copiesBelow;
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

    private static String label(LayerKind kind, long count) {
        return count == 1 ? BlockKind.of(kind).label() : BlockKind.of(kind).plural();
    }
}
