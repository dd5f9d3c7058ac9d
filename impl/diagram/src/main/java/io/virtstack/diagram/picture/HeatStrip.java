package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.PlacedText;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;
import java.util.List;

/** Cells of one width in rows, from left to right and from above to below. */
final class HeatStrip {
    private final SceneBuilder scene;
    private final Metrics metrics;
    private final int width;

    HeatStrip(SceneBuilder scene, Metrics metrics, int width) {
        this.scene = scene;
        this.metrics = metrics;
        this.width = width;
    }

    void add(List<HeatCell> cells) {
        int widest = cells.stream()
                .mapToInt(cell -> metrics.width(cell.label(), TextStyle.FIGURE))
                .max()
                .orElse(0);
        int cellWidth = widest + 2 * metrics.space();
        int lineHeight = metrics.lineHeight(TextStyle.FIGURE);
        int height = lineHeight + metrics.paddingBottom();
        int perRow = Math.max(1, (width + metrics.between()) / (cellWidth + metrics.between()));
        int top = scene.bottom();
        for (int i = 0; i < cells.size(); i++) {
            Area area = new Area(
                    i % perRow * (cellWidth + metrics.between()), top + i / perRow * height, cellWidth, height);
            scene.block(block(cells.get(i), area, lineHeight));
        }
    }

    private PlacedBlock block(HeatCell cell, Area area, int lineHeight) {
        String label = cell.label();
        int textWidth = metrics.width(label, TextStyle.FIGURE);
        Area room = new Area(
                area.x() + (area.width() - textWidth) / 2,
                area.y() + (area.height() - lineHeight) / 2,
                textWidth,
                lineHeight);
        return new PlacedBlock(
                area,
                Band.of(cell.most().thousandths()).kind(),
                cell.description(),
                ImmutableList.of(new PlacedText(room, label, TextStyle.FIGURE)));
    }
}
