package io.virtstack.diagram.block;

import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.Optional;

/**
 * What some image layers take in their store.
 *
 * @param layers how many layers
 * @param known bytes of those whose size is known
 * @param unknown how many have no known size
 */
record StoredBytes(int layers, long known, int unknown) {
    static final StoredBytes NONE = new StoredBytes(0, 0, 0);

    StoredBytes and(Optional<DataSize> layer) {
        return new StoredBytes(
                layers + 1,
                Exact.add(known, layer.map(DataSize::bytes).orElse(0L), "size of an image"),
                unknown + (layer.isPresent() ? 0 : 1));
    }

    StoredBytes plus(StoredBytes other) {
        return new StoredBytes(
                layers + other.layers, Exact.add(known, other.known, "size of an image"), unknown + other.unknown);
    }

    String shortly() {
        return text(ShortFigures.of(DataSize.ofBytes(known)));
    }

    String exactly() {
        return text(DataSize.ofBytes(known).toString());
    }

    private String text(String knownText) {
        if (unknown == 0) {
            return knownText;
        }
        return known == 0 ? "unknown" : "≥ " + knownText;
    }
}
