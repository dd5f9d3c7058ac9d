package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.block.StackBlocks;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;
import io.virtstack.diagram.mermaid.Flowchart;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Hardware;

/** Two stacks, side by side where there is room, else one over the other, with what changes between them. */
public final class ComparisonPicture implements Picture {
    private final ImmutableList<Hardware> before;
    private final ImmutableList<Hardware> after;
    private final Comparison comparison;
    private final Differences differences;
    private final SideNames names;

    /** @param comparison of the same two stacks */
    public ComparisonPicture(Hardware before, Hardware after, Comparison comparison) {
        this.before = ImmutableList.of(before);
        this.after = ImmutableList.of(after);
        this.comparison = comparison;
        this.differences = Differences.of(comparison);
        this.names = SideNames.of(comparison);
    }

    @Override
    public Scene scene(Metrics metrics, int width) {
        SceneBuilder between = new SceneBuilder(metrics);
        int betweenWidth = metrics.readable();
        between.text(0, 0, betweenWidth, "difference", TextStyle.NAME);
        differences.lines().forEach(line -> between.text(0, between.bottom(), betweenWidth, line, TextStyle.FIGURE));

        int gaps = 2 * metrics.gap();
        int side = (width - between.right() - gaps) / 2;
        boolean besideOneAnother = side >= metrics.readable();
        int most = besideOneAnother ? side : width;
        StackPart left = part(names.before(), before, comparison.before().footprint(), metrics, most);
        StackPart right = part(names.after(), after, comparison.after().footprint(), metrics, most);
        SceneBuilder scene = new SceneBuilder(metrics);
        if (besideOneAnother) {
            placeBeside(scene, left, between, right, metrics);
        } else {
            placeOver(scene, left, between, right, metrics);
        }
        return scene.build(title(), String.join(", ", differences.lines()));
    }

    private static void placeBeside(
            SceneBuilder scene, StackPart left, SceneBuilder between, StackPart right, Metrics metrics) {
        int head = Math.max(left.head().bottom(), right.head().bottom()) + metrics.gap() / 2;
        int floor =
                head + Math.max(Math.max(left.stack().bottom(), right.stack().bottom()), between.bottom());
        int middle = left.width() + metrics.gap();
        int second = middle + between.right() + metrics.gap();
        scene.add(left.head(), 0, 0);
        scene.add(left.stack(), 0, floor - left.stack().bottom());
        scene.add(between, middle, (head + floor - between.bottom()) / 2);
        scene.add(right.head(), second, 0);
        scene.add(right.stack(), second, floor - right.stack().bottom());
    }

    private static void placeOver(
            SceneBuilder scene, StackPart left, SceneBuilder between, StackPart right, Metrics metrics) {
        ImmutableList<SceneBuilder> parts =
                ImmutableList.of(left.head(), left.stack(), between, right.head(), right.stack());
        for (SceneBuilder part : parts) {
            scene.add(part, 0, scene.bottom());
            scene.space(metrics.gap() / 2);
        }
    }

    private static StackPart part(
            String name, ImmutableList<Hardware> machines, Footprint footprint, Metrics metrics, int width) {
        int columns = StackPicture.columns(metrics, width);
        return new StackPart(name, Totals.of(footprint), StackBlocks.of(machines, columns), metrics, width);
    }

    private String title() {
        return names.before() + " and " + names.after();
    }

    @Override
    public String mermaid() {
        int columns = StackPicture.MOST_COLUMNS / 2;
        return Flowchart.of(
                title() + ": " + String.join(", ", differences.lines()),
                ImmutableMap.of(
                        names.before(),
                        StackBlocks.of(before, columns),
                        names.after(),
                        StackBlocks.of(after, columns)));
    }
}
