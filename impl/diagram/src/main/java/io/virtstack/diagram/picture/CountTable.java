package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Rows of a label and counts; what a colour means is told by the row that begins with it. */
final class CountTable {
    private record Row(Optional<BlockKind> swatch, String label, ImmutableList<String> counts) {}

    private final List<Row> rows = new ArrayList<>();

    void add(String label, String... counts) {
        rows.add(new Row(Optional.empty(), label, ImmutableList.copyOf(counts)));
    }

    void add(BlockKind swatch, String... counts) {
        rows.add(new Row(Optional.of(swatch), swatch.label(), ImmutableList.copyOf(counts)));
    }

    /** Places the rows below what is there, counts to the right of their columns. */
    void place(SceneBuilder scene, Metrics metrics, int width) {
        int height = metrics.lineHeight(TextStyle.FIGURE);
        int labels = metrics.gap() + metrics.space();
        int labelWidth = rows.stream()
                .mapToInt(row -> metrics.width(row.label, TextStyle.FIGURE))
                .max()
                .orElse(0);
        for (Row row : rows) {
            int y = scene.bottom();
            row.swatch.ifPresent(kind -> scene.block(
                    new PlacedBlock(new Area(0, y, metrics.gap(), height), kind, row.label, ImmutableList.of())));
            scene.text(labels, y, width - labels, row.label, TextStyle.FIGURE);
            int right = labels + labelWidth;
            for (int column = 0; column < row.counts.size(); column++) {
                right += metrics.space() + columnWidth(column, metrics);
                String count = row.counts.get(column);
                int x = right - metrics.width(count, TextStyle.FIGURE);
                scene.text(x, y, Math.max(0, width - x), count, TextStyle.FIGURE);
            }
        }
    }

    private int columnWidth(int column, Metrics metrics) {
        return rows.stream()
                .filter(row -> column < row.counts.size())
                .mapToInt(row -> metrics.width(row.counts.get(column), TextStyle.FIGURE))
                .max()
                .orElse(0);
    }
}
