package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import java.util.List;

/** A block with what stands on it, before it has a place: how wide it would like to be, and how high it then is. */
final class Column {
    private final Block block;
    private final Metrics metrics;
    private final ImmutableList<Column> above;
    private final int leaves;
    private final int wanted;

    Column(Block block, Metrics metrics) {
        this.block = block;
        this.metrics = metrics;
        this.above =
                block.above().stream().map(over -> new Column(over, metrics)).collect(ImmutableList.toImmutableList());
        this.leaves = block.columns();
        this.wanted = Math.max(ownWidth(), wanted(above));
    }

    private int ownWidth() {
        int text = metrics.width(block.name() + space() + block.badge(), TextStyle.NAME);
        text = Math.max(text, metrics.width(block.label(), TextStyle.FIGURE));
        for (String figure : block.figures()) {
            text = Math.max(text, metrics.width(figure, TextStyle.FIGURE));
        }
        int padded = text + metrics.paddingLeft() + metrics.paddingRight();
        return Math.max(metrics.narrowest(), Math.min(metrics.widest(), padded));
    }

    private String space() {
        return block.badge().isEmpty() ? "" : "  ";
    }

    static int wanted(List<Column> columns) {
        return columns.stream().mapToInt(Column::wanted).sum();
    }

    int wanted() {
        return wanted;
    }

    int leaves() {
        return leaves;
    }

    /** Places the block with its lower edge at {@code bottom}, and what stands on it over it. */
    void place(int x, int bottom, int width, ImmutableList.Builder<PlacedBlock> placed) {
        int textWidth = width - metrics.paddingLeft() - metrics.paddingRight();
        ImmutableList<String> lines = lines(textWidth);
        int nameHeight = metrics.lineHeight(TextStyle.NAME);
        int lineHeight = metrics.lineHeight(TextStyle.FIGURE);
        int height = metrics.paddingTop() + nameHeight + lines.size() * lineHeight + metrics.paddingBottom();
        Area area = new Area(x, bottom - height, width, height);
        int left = x + metrics.paddingLeft();
        int y = area.y() + metrics.paddingTop();
        ImmutableList.Builder<PlacedText> texts = ImmutableList.builder();
        addName(left, y, textWidth, texts);
        y += nameHeight;
        for (String line : lines) {
            int lineWidth = metrics.width(line, TextStyle.FIGURE);
            texts.add(new PlacedText(new Area(left, y, lineWidth, lineHeight), line, TextStyle.FIGURE));
            y += lineHeight;
        }
        placed.add(new PlacedBlock(area, block.kind(), block.description(), texts.build()));
        placeAbove(x, area.y(), width, placed);
    }

    private ImmutableList<String> lines(int textWidth) {
        return Lines.of(
                ImmutableList.<String>builder()
                        .add(block.label())
                        .addAll(block.figures())
                        .build(),
                textWidth,
                metrics);
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

    private void placeAbove(int x, int bottom, int width, ImmutableList.Builder<PlacedBlock> placed) {
        int[] widths = widths(above, width, metrics);
        int left = x;
        for (int i = 0; i < widths.length; i++) {
            above.get(i).place(left, bottom, widths[i], placed);
            left += widths[i];
        }
    }

    /** Each has what it needs; what there is beyond is dealt out equally where all have what they want, else by what they want. */
    static int[] widths(List<Column> columns, int width, Metrics metrics) {
        int wanted = wanted(columns);
        int needed = columns.stream().mapToInt(Column::leaves).sum() * metrics.narrowest();
        int[] widths = new int[columns.size()];
        int left = width;
        for (int i = 0; i < widths.length; i++) {
            Column column = columns.get(i);
            int least = column.leaves * metrics.narrowest();
            if (width >= wanted) {
                widths[i] = column.wanted + (width - wanted) / widths.length;
            } else {
                long beyond = (long) (width - needed) * (column.wanted - least) / Math.max(1, wanted - needed);
                widths[i] = least + (int) beyond;
            }
            left -= widths[i];
        }
        for (int i = 0; i < widths.length && left > 0; i++) {
            widths[i]++;
            left--;
        }
        return widths;
    }
}
