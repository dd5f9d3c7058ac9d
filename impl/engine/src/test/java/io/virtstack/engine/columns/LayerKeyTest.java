package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.LayerKey.Content;
import io.virtstack.engine.columns.LayerKey.Synthetic;
import io.virtstack.image.Digest;
import io.virtstack.layer.LayerKind;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The order of layers, which decides who gets what an equal split leaves over. */
class LayerKeyTest {
    private static final ImmutableList<LayerKey> IN_ORDER = ImmutableList.of(
            new Content(Digest.of("sha256:" + "0".repeat(64))),
            new Content(Digest.of("sha256:" + "f".repeat(64))),
            new Content(Digest.of("sha512:" + "0".repeat(128))),
            synthetic(LayerKind.APPLICATION, "a", "2", 10),
            synthetic(LayerKind.APPLICATION, "b", 10),
            synthetic(LayerKind.BINARIES, "b", "1", 9),
            synthetic(LayerKind.APPLICATION, "b", "1"),
            synthetic(LayerKind.APPLICATION, "b", "1", 0),
            synthetic(LayerKind.APPLICATION, "b", "1", 9),
            synthetic(LayerKind.APPLICATION, "b", "1", 10),
            synthetic(LayerKind.BINARIES, "b", "2"));

    private static LayerKey synthetic(LayerKind kind, String name, String version, long bytes) {
        return new Synthetic(kind, name, Optional.of(version), Optional.of(DataSize.ofBytes(bytes)));
    }

    private static LayerKey synthetic(LayerKind kind, String name, String version) {
        return new Synthetic(kind, name, Optional.of(version), Optional.empty());
    }

    private static LayerKey synthetic(LayerKind kind, String name, long bytes) {
        return new Synthetic(kind, name, Optional.empty(), Optional.of(DataSize.ofBytes(bytes)));
    }

    @Test
    void eachIsAfterThoseBeforeItAndEqualToItselfAlone() {
        for (int left = 0; left < IN_ORDER.size(); left++) {
            for (int right = 0; right < IN_ORDER.size(); right++) {
                assertThat(Integer.signum(IN_ORDER.get(left).compareTo(IN_ORDER.get(right))))
                        .as("%s and %s", IN_ORDER.get(left), IN_ORDER.get(right))
                        .isEqualTo(Integer.compare(left, right));
            }
        }
    }
}
