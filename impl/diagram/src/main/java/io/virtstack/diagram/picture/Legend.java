package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.PlainText;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;

/** What colours mean, a line each below what is there. */
final class Legend {
    private final SceneBuilder scene;
    private final Metrics metrics;
    private final int width;

    Legend(SceneBuilder scene, Metrics metrics, int width) {
        this.scene = scene;
        this.metrics = metrics;
        this.width = width;
    }

    void add(BlockKind kind, String meaning) {
        int height = metrics.lineHeight(TextStyle.FIGURE);
        int y = scene.bottom();
        int swatch = metrics.gap();
        scene.block(new PlacedBlock(new Area(0, y, swatch, height), kind, PlainText.of(meaning), ImmutableList.of()));
        int x = swatch + metrics.space();
        scene.text(x, y, width - x, meaning, TextStyle.FIGURE);
    }
}
