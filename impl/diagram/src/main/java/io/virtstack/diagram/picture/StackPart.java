package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.StackLayout;
import java.util.List;

/** One stack of a picture: its head says what it is called and costs, and goes over it. Each is placed around (0, 0). */
final class StackPart {
    private final SceneBuilder head;
    private final SceneBuilder stack;

    StackPart(String title, List<String> totals, List<Block> blocks, Metrics metrics, int mostWidth) {
        StackLayout layout = new StackLayout(blocks, metrics);
        int width = Math.min(mostWidth, Math.max(layout.wantedWidth(), metrics.readable()));
        this.head = new SceneBuilder(metrics);
        head.heading(0, width, title, totals);
        this.stack = new SceneBuilder(metrics);
        ImmutableList<PlacedBlock> placed = layout.place(width);
        stack.blocks(placed, 0, SceneBuilder.height(placed));
    }

    SceneBuilder head() {
        return head;
    }

    SceneBuilder stack() {
        return stack;
    }

    int width() {
        return Math.max(head.right(), stack.right());
    }
}
