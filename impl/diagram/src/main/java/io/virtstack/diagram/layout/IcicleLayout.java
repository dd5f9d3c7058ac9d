package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import io.virtstack.diagram.block.Slice;
import java.util.List;

/**
 * Slices standing on one another, each as wide as its bytes: where nothing stands on one, its own bytes are. What would be too
 * narrow to be seen shares a block with its like; where even that could not be seen there is no block, and the one below says so.
 */
public final class IcicleLayout {
    /** More than people can follow. */
    static final int MOST_LEVELS = 24;

    private static final int LINES = 2;

    private final Metrics metrics;
    private final Scale scale;
    private final int height;
    private final ImmutableList.Builder<PlacedBlock> placed = ImmutableList.builder();

    private IcicleLayout(Metrics metrics, Scale scale) {
        this.metrics = metrics;
        this.scale = scale;
        this.height = BlockFace.height(LINES, metrics);
    }

    /**
     * {@return the blocks in their places: the left edge of all is at 0, the lower one too}
     *
     * @param base the slice under all others, which takes all of the width
     * @param metrics the plane
     * @param width of all together
     */
    public static ImmutableList<PlacedBlock> place(Slice base, Metrics metrics, int width) {
        IcicleLayout layout = new IcicleLayout(metrics, Scale.of(base.bytes(), width));
        layout.place(base, new Area(0, -layout.height, width, layout.height), 0, 1);
        return layout.placed.build();
    }

    /** Places a slice whose bytes begin at {@code offset}, and what is over it. */
    private void place(Slice slice, Area area, long offset, int level) {
        int drawn = level < MOST_LEVELS ? seen(slice.above(), offset) : 0;
        List<Slice> small = slice.above().subList(drawn, slice.above().size());
        Slice more = Slice.more(small);
        long rest = offset;
        for (Slice over : slice.above().subList(0, drawn)) {
            rest += over.bytes();
        }
        boolean moreIsSeen = level < MOST_LEVELS && width(rest, more) >= metrics.visible();
        add(slice.block(), area, moreIsSeen ? 0 : more.count());
        long left = offset;
        for (Slice over : slice.above().subList(0, drawn)) {
            place(over, area(left, over, area), left, level + 1);
            left += over.bytes();
        }
        if (moreIsSeen) {
            add(more.block(), area(rest, more, area), 0);
        }
    }

    /** How many of the slices, the largest of which come first, are wide enough. */
    private int seen(List<Slice> slices, long offset) {
        int seen = 0;
        long left = offset;
        for (Slice slice : slices) {
            if (width(left, slice) < metrics.visible()) {
                return seen;
            }
            left += slice.bytes();
            seen++;
        }
        return seen;
    }

    private int width(long offset, Slice slice) {
        return scale.at(offset + slice.bytes()) - scale.at(offset);
    }

    private Area area(long offset, Slice slice, Area below) {
        return new Area(scale.at(offset), below.y() - height, width(offset, slice), height);
    }

    private void add(Block block, Area area, int notDrawn) {
        BlockFace face = new BlockFace(block, metrics);
        ImmutableList<PlacedText> texts = area.width() < metrics.narrowest()
                ? face.onlyName(area)
                : face.texts(area, face.fewLines(area.width(), LINES));
        String more = notDrawn == 0 ? "" : ", with " + notDrawn + " over it that are not drawn";
        placed.add(new PlacedBlock(area, block.kind(), block.description() + more, texts));
    }
}
