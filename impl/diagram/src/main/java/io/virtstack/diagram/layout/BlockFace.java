package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;

/** What can be read in a block: its name with the number of copies, and below that lines of figures. */
final class BlockFace {
    private static final int FEWEST_TELLING = 3;

    private final Block block;
    private final Metrics metrics;

    BlockFace(Block block, Metrics metrics) {
        this.block = block;
        this.metrics = metrics;
    }

    /** {@return the width in which nothing is cut} */
    int wantedWidth() {
        int text = metrics.width(block.name() + space() + block.badge(), TextStyle.NAME);
        text = Math.max(text, metrics.width(block.label(), TextStyle.FIGURE));
        for (String figure : block.figures()) {
            text = Math.max(text, metrics.width(figure, TextStyle.FIGURE));
        }
        return text + metrics.paddingLeft() + metrics.paddingRight();
    }

    private String space() {
        return block.badge().isEmpty() ? "" : "  ";
    }

    private int textWidth(int width) {
        return width - metrics.paddingLeft() - metrics.paddingRight();
    }

    static int height(int lines, Metrics metrics) {
        return metrics.paddingTop()
                + metrics.lineHeight(TextStyle.NAME)
                + lines * metrics.lineHeight(TextStyle.FIGURE)
                + metrics.paddingBottom();
    }

    /** {@return the lines of figures in a block of a width} */
    ImmutableList<String> lines(int width) {
        return Lines.of(
                ImmutableList.<String>builder()
                        .add(block.label())
                        .addAll(block.figures())
                        .build(),
                textWidth(width),
                metrics);
    }

    /** {@return the lines of a block whose width is a figure: as many as fit, the figures before what the block is} */
    ImmutableList<String> fewLines(int width, int most) {
        ImmutableList<String> lines = Lines.of(
                ImmutableList.<String>builder()
                        .addAll(block.figures())
                        .add(block.label())
                        .build(),
                textWidth(width),
                metrics);
        return lines.subList(0, Math.min(most, lines.size()));
    }

    /** {@return as much of the name alone as fits and says something} */
    ImmutableList<PlacedText> onlyName(Area area) {
        String name = metrics.fit(block.name(), textWidth(area.width()), TextStyle.NAME);
        boolean isTelling = name.equals(block.name()) || name.length() > FEWEST_TELLING;
        if (name.isEmpty() || !isTelling || !block.badge().isEmpty()) {
            return ImmutableList.of();
        }
        Area room = new Area(
                area.x() + metrics.paddingLeft(),
                area.y() + metrics.paddingTop(),
                metrics.width(name, TextStyle.NAME),
                metrics.lineHeight(TextStyle.NAME));
        return ImmutableList.of(new PlacedText(room, name, TextStyle.NAME));
    }

    /** {@return the texts in their places} */
    ImmutableList<PlacedText> texts(Area area, ImmutableList<String> lines) {
        ImmutableList.Builder<PlacedText> texts = ImmutableList.builder();
        int left = area.x() + metrics.paddingLeft();
        int y = area.y() + metrics.paddingTop();
        addName(left, y, textWidth(area.width()), texts);
        y += metrics.lineHeight(TextStyle.NAME);
        int lineHeight = metrics.lineHeight(TextStyle.FIGURE);
        for (String line : lines) {
            int lineWidth = metrics.width(line, TextStyle.FIGURE);
            texts.add(new PlacedText(new Area(left, y, lineWidth, lineHeight), line, TextStyle.FIGURE));
            y += lineHeight;
        }
        return texts.build();
    }

    /** The number of copies is never cut: without it the picture would say something else. */
    private void addName(int left, int y, int textWidth, ImmutableList.Builder<PlacedText> texts) {
        int height = metrics.lineHeight(TextStyle.NAME);
        int badgeWidth = metrics.width(block.badge(), TextStyle.NAME);
        int spaceWidth = metrics.width(space(), TextStyle.NAME);
        String name = metrics.fit(block.name(), textWidth - badgeWidth - spaceWidth, TextStyle.NAME);
        int nameWidth = metrics.width(name, TextStyle.NAME);
        if (!name.isEmpty()) {
            texts.add(new PlacedText(new Area(left, y, nameWidth, height), name, TextStyle.NAME));
        }
        if (badgeWidth > 0) {
            int badgeX = left + textWidth - badgeWidth;
            texts.add(new PlacedText(new Area(badgeX, y, badgeWidth, height), block.badge(), TextStyle.NAME));
        }
    }
}
