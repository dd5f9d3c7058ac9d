package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A block as wide as its bytes with those of all that is stored over it.
 *
 * @param block what it shows; nothing stands on that
 * @param bytes of all copies, with all that is stored over it
 * @param isExact whether the sizes of all of them are known
 * @param count how many slices it is, with all over it
 * @param above what is stored over it, the largest first
 */
public record Slice(Block block, long bytes, boolean isExact, int count, ImmutableList<Slice> above) {
    private static final String WHAT = "disk of image layers";
    private static final Block NOTHING = Block.more("", 0);

    /** {@return a slice of nothing but what is stored over it, with nothing to show yet} */
    static Slice of(List<Slice> above) {
        return of(0, true, above);
    }

    /**
     * {@return a slice under others, with nothing to show yet}
     *
     * @param own bytes that belong to it alone, in all copies
     * @param isExact whether that is all of them
     * @param above what is stored over it
     */
    static Slice of(long own, boolean isExact, List<Slice> above) {
        Slice all = sum(own, isExact, above);
        ImmutableList<Slice> sorted = above.stream()
                .sorted(Comparator.comparingLong(Slice::bytes).reversed())
                .collect(ImmutableList.toImmutableList());
        return new Slice(NOTHING, all.bytes, all.isExact, all.count + 1, sorted);
    }

    /** {@return one slice for several, which are too small to be seen} */
    public static Slice more(List<Slice> slices) {
        Slice all = sum(0, true, slices);
        return all.showing(Block.more("too small to draw", all.count, all.size()));
    }

    private static Slice sum(long own, boolean isExact, List<Slice> slices) {
        long bytes = own;
        boolean exact = isExact;
        int count = 0;
        for (Slice slice : slices) {
            bytes = Exact.add(bytes, slice.bytes, WHAT);
            exact &= slice.isExact;
            count += slice.count;
        }
        return new Slice(NOTHING, bytes, exact, count, ImmutableList.of());
    }

    /** {@return the same with a block} */
    Slice showing(Block shown) {
        return new Slice(shown, bytes, isExact, count, above);
    }

    /** {@return the bytes in short} */
    String size() {
        return (isExact ? "" : "≥ ") + ShortFigures.ofBytes(bytes);
    }

    /** {@return the bytes, exactly} */
    String exactSize() {
        return (isExact ? "" : "≥ ") + DataSize.ofBytes(bytes);
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
