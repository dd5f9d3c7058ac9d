package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** Puts parts of a picture below one another, or where they are told. */
public final class SceneBuilder {
    private final Metrics metrics;
    private final List<PlacedBlock> blocks = new ArrayList<>();
    private final List<PlacedText> texts = new ArrayList<>();
    private int width;
    private int bottom;

    /** @param metrics the plane */
    public SceneBuilder(Metrics metrics) {
        this.metrics = metrics;
    }

    /** {@return how far down everything reaches so far} */
    public int bottom() {
        return bottom;
    }

    /** Adds a line of text, cut where it does not fit. */
    public void text(int x, int y, int maxWidth, String text, TextStyle style) {
        String shown = metrics.fit(PlainText.of(text), maxWidth, style);
        if (!shown.isEmpty()) {
            Area area = new Area(x, y, metrics.width(shown, style), metrics.lineHeight(style));
            texts.add(new PlacedText(area, shown, style));
            cover(area);
        }
    }

    /** Adds a heading and figures below what is there. */
    public void heading(int x, int maxWidth, String heading, List<String> figures) {
        text(x, bottom, maxWidth, heading, TextStyle.HEADING);
        lines(x, maxWidth, figures);
    }

    /** Adds figures below what is there, as many on a line as fit. */
    public void lines(int x, int maxWidth, List<String> figures) {
        List<String> shown = figures.stream().map(PlainText::of).toList();
        for (String line : Lines.of(shown, maxWidth, metrics)) {
            text(x, bottom, maxWidth, line, TextStyle.FIGURE);
        }
    }

    /** Adds room below what is there. */
    public void space(int height) {
        bottom += height;
    }

    /** Adds a block. */
    public void block(PlacedBlock block) {
        blocks.add(block);
        cover(block.area());
    }

    /** Adds blocks that were placed around (0, 0). */
    public void blocks(List<PlacedBlock> placed, int right, int down) {
        placed.forEach(block -> block(block.moved(right, down)));
    }

    /** Adds all of another picture on the same plane. */
    public void add(SceneBuilder part, int right, int down) {
        part.blocks.forEach(block -> block(block.moved(right, down)));
        for (PlacedText text : part.texts) {
            PlacedText moved = text.moved(right, down);
            texts.add(moved);
            cover(moved.area());
        }
    }

    /** {@return how far to the right everything reaches so far} */
    public int right() {
        return width;
    }

    private void cover(Area area) {
        width = Math.max(width, area.right());
        bottom = Math.max(bottom, area.bottom());
    }

    /** {@return the picture of what was added} */
    public Scene build(String title, String description) {
        return new Scene(title, description, width, bottom, ImmutableList.copyOf(blocks), ImmutableList.copyOf(texts));
    }

    /** {@return how high blocks are that were placed with their lower edge at 0} */
    public static int height(List<PlacedBlock> blocks) {
        return blocks.stream().mapToInt(block -> -block.area().y()).max().orElse(0);
    }
}
