package io.virtstack.engine.fleet;

import io.virtstack.footprint.Category;
import java.util.Arrays;

/** A figure of the machines of a block, split between the rows of its applications. */
final class BlockShares {
    private static final Category[] CATEGORIES = Category.values();
    private static final long[] NONE = {};

    private final long[] amounts;
    private final long[][] gaps = new long[CATEGORIES.length][];
    private final Tally unattributed = new Tally();

    /** Splits the figure that is meant, machine by machine. */
    BlockShares(Block block, HostShares shares) {
        int rows = block.start(Part.APPLICATION, block.hosts());
        amounts = new long[rows];
        Arrays.fill(gaps, NONE);
        for (int host = 0; host < block.hosts(); host++) {
            shares.split(block, host);
            int first = block.start(Part.APPLICATION, host);
            shares.copyTo(amounts, first);
            if (shares.hasGaps()) {
                keepGaps(shares, first, rows);
            }
            shares.addUnattributed(block.copies(host), unattributed);
        }
    }

    private void keepGaps(HostShares shares, int first, int rows) {
        for (Category category : CATEGORIES) {
            for (int at = 0; at < shares.size(); at++) {
                long count = shares.gaps(at, category);
                if (count != 0) {
                    gaps(category, rows)[first + at] = count;
                }
            }
        }
    }

    private long[] gaps(Category category, int rows) {
        long[] counts = gaps[Amounts.index(category)];
        if (counts == NONE) {
            counts = new long[rows];
            gaps[Amounts.index(category)] = counts;
        }
        return counts;
    }

    /** What the copies on a row have together on one machine. */
    long amount(int row) {
        return amounts[row];
    }

    /** Adds what the copies on a row have together, and what is unknown of it, for so many machines. */
    void addTo(int row, long hosts, Tally tally) {
        tally.add(amounts[row], hosts);
        for (Category category : CATEGORIES) {
            long[] counts = gaps[Amounts.index(category)];
            if (counts != NONE) {
                tally.addGaps(category, counts[row], hosts);
            }
        }
    }

    /** What nobody uses on all machines. */
    Tally unattributed() {
        return unattributed;
    }
}
