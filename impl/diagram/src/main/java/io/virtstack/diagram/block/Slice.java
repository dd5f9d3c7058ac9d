package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A block as wide as its bytes with those of all that is stored over it.
 *
 * @param block what it shows; nothing stands on that
 * @param bytes of all copies, with all that is stored over it
 * @param count how many slices it is, with all over it
 * @param above what is stored over it, the largest first
 */
public record Slice(Block block, long bytes, int count, ImmutableList<Slice> above) {
    private static final String WHAT = "disk of image layers";

    /**
     * {@return a slice under others}
     *
     * @param block what it shows
     * @param own bytes that belong to it alone, in all copies
     * @param above what is stored over it
     */
    static Slice of(Block block, long own, List<Slice> above) {
        long bytes = own;
        int count = 1;
        for (Slice over : above) {
            bytes = Exact.add(bytes, over.bytes, WHAT);
            count += over.count;
        }
        ImmutableList<Slice> sorted = above.stream()
                .sorted(Comparator.comparingLong(Slice::bytes).reversed())
                .collect(ImmutableList.toImmutableList());
        return new Slice(block, bytes, count, sorted);
    }

    /** {@return one slice for several, which are too small to be seen} */
    public static Slice more(List<Slice> slices) {
        long bytes = 0;
        int count = 0;
        for (Slice slice : slices) {
            bytes = Exact.add(bytes, slice.bytes, WHAT);
            count += slice.count;
        }
        Block block = Block.more("too small to draw", count, ShortFigures.ofBytes(bytes));
        return new Slice(block, bytes, count, ImmutableList.of());
    }

    /**
     * {@return the same as a block under others; of those over it, the largest have blocks of their own}
     *
     * @param most how many blocks there may be, from 1
     */
    public Block asBlock(int most) {
        List<Block> blocks = new ArrayList<>();
        int left = most - 1;
        for (int i = 0; i < above.size(); i++) {
            Slice over = above.get(i);
            int others = above.size() - i - 1;
            // Each that is left needs a block, or all of them one.
            int free = left - Math.min(others, 1);
            if (free < 1) {
                Slice more = more(above.subList(i, above.size()));
                if (left > 0) {
                    blocks.add(more.block);
                }
                break;
            }
            int taken = Math.min(over.count, Math.max(1, free - others));
            blocks.add(over.asBlock(taken));
            left -= taken;
        }
        return block.under(blocks);
    }
}
