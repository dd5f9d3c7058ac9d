package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;
import io.virtstack.diagram.mermaid.XyChart;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.util.stream.Collectors;

/** Disk before and after, in all and by kind of layer: two bars each, all to one scale. */
public final class DiskByKindPicture implements Picture {
    private static final int WIDEST_IN_READABLE = 2;

    private final SideNames names;
    private final String title;
    private final ImmutableList<DiskPair> pairs;

    /** @param comparison of what is drawn */
    public DiskByKindPicture(Comparison comparison) {
        this.names = SideNames.of(comparison);
        this.title = "Disk by kind of layer: " + names.before() + " and " + names.after();
        ImmutableList.Builder<DiskPair> all = ImmutableList.builder();
        all.add(DiskPair.of("all disk", comparison.change(Figure.DISK)));
        for (Category category : Category.values()) {
            DiskPair pair = DiskPair.of(label(category), comparison.change(Figure.DISK, category));
            if (!pair.isNothing()) {
                all.add(pair);
            }
        }
        this.pairs = all.build();
    }

    private static String label(Category category) {
        BlockKind kind = BlockKind.of(category);
        return kind == BlockKind.BEYOND_LAYERS ? category.label() : kind.label();
    }

    @Override
    public Scene scene(Metrics metrics, int mostWidth) {
        int width = Math.min(mostWidth, WIDEST_IN_READABLE * metrics.readable());
        SceneBuilder scene = new SceneBuilder(metrics);
        scene.text(0, 0, width, title, TextStyle.HEADING);
        Legend legend = new Legend(scene, metrics, width);
        legend.add(BlockKind.BEFORE, "upper bar: " + names.before());
        legend.add(BlockKind.AFTER, "lower bar: " + names.after());
        PairedBars bars = new PairedBars(scene, metrics, width, pairs);
        pairs.forEach(bars::add);
        return scene.build(title, pairs.stream().map(DiskPair::sentence).collect(Collectors.joining("; ")));
    }

    @Override
    public String mermaid() {
        XyChart chart = new XyChart(title, "disk");
        for (DiskPair pair : pairs) {
            addBar(chart, pair.label() + ", " + names.before(), pair.before());
            addBar(chart, pair.label() + ", " + names.after(), pair.after());
        }
        return chart.write();
    }

    private static void addBar(XyChart chart, String label, Total<DataSize> total) {
        chart.add(label + ": " + DiskPair.figure(total), total.amount());
    }
}
