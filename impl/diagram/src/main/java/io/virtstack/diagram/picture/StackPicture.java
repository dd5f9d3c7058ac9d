package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.StackLayout;
import io.virtstack.diagram.mermaid.Flowchart;
import java.util.List;
import java.util.function.IntFunction;

/** A stack: what it is called, what it costs, and its layers standing on one another. */
public final class StackPicture implements Picture {
    /** What people can still take in. */
    static final int MOST_COLUMNS = 24;

    private final String title;
    private final ImmutableList<String> totals;
    private final IntFunction<? extends List<Block>> blocks;

    /**
     * @param title what is drawn
     * @param totals what it costs, a figure each
     * @param blocks makes the lowest blocks, for a number of columns
     */
    public StackPicture(String title, ImmutableList<String> totals, IntFunction<? extends List<Block>> blocks) {
        this.title = title;
        this.totals = totals;
        this.blocks = blocks;
    }

    @Override
    public Scene scene(Metrics metrics, int width) {
        StackPart part = new StackPart(title, totals, blocks.apply(columns(metrics, width)), metrics, width);
        SceneBuilder scene = new SceneBuilder(metrics);
        scene.add(part.head(), 0, 0);
        scene.add(part.stack(), 0, part.head().bottom() + metrics.gap() / 2);
        return scene.build(title, String.join(", ", totals));
    }

    static int columns(Metrics metrics, int width) {
        return Math.min(MOST_COLUMNS, StackLayout.columns(width, metrics));
    }

    @Override
    public String mermaid() {
        return Flowchart.of(title, blocks.apply(MOST_COLUMNS));
    }
}
