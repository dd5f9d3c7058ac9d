package io.virtstack.engine.fleet;

import io.virtstack.footprint.Category;
import java.util.Arrays;

/**
 * Counts of what is unknown of one machine after the other, by kind; a count belongs to all users of a range alike. Not safe for
 * use by several threads.
 */
final class SplitGaps {
    private static final Category[] CATEGORIES = Category.values();
    private static final long[] NONE = {};

    private final Users users;
    private final long[][] counts = new long[CATEGORIES.length][];
    private final long[][] ownCounts = new long[CATEGORIES.length][];
    private final long[] unattributed = new long[CATEGORIES.length];
    private boolean any;

    SplitGaps(Users users) {
        this.users = users;
        Arrays.fill(counts, NONE);
    }

    /** Begins the machine that the users are of. */
    void begin() {
        if (any) {
            Arrays.fill(counts, NONE);
            Arrays.fill(unattributed, 0);
        }
        any = false;
    }

    boolean isAny() {
        return any;
    }

    /** Gives a count to the copies of a row, or to {@link Users#NOBODY}. */
    void give(Category category, long count, int row) {
        if (count == 0) {
            return;
        }
        if (row == Users.NOBODY) {
            any = true;
            unattributed[Amounts.index(category)] += count;
            return;
        }
        rows(category);
        ownCounts[Amounts.index(category)][row] += count;
    }

    /** Lets a count belong to all users in a range. */
    void share(Category category, long count, int from, int to) {
        if (users.in(from, to) == 0) {
            give(category, count, Users.NOBODY);
            return;
        }
        long[] rows = rows(category);
        rows[from] += count;
        rows[to] -= count;
    }

    private long[] rows(Category category) {
        any = true;
        long[] rows = counts[Amounts.index(category)];
        if (rows.length == 0) {
            rows = new long[users.rows() + 1];
            counts[Amounts.index(category)] = rows;
            ownCounts[Amounts.index(category)] = new long[users.rows()];
        }
        return rows;
    }

    /** Adds up what was noted. */
    void end() {
        for (int category = 0; any && category < counts.length; category++) {
            long[] ranges = counts[category];
            long count = 0;
            for (int row = 0; ranges.length > 0 && row < users.rows(); row++) {
                count += ranges[row];
                ownCounts[category][row] += users.at(row) == 0 ? 0 : count;
            }
        }
    }

    long of(int row, Category category) {
        return counts[Amounts.index(category)].length == 0 ? 0 : ownCounts[Amounts.index(category)][row];
    }

    long unattributed(Category category) {
        return unattributed[Amounts.index(category)];
    }
}
