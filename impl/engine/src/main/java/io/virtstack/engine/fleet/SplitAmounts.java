package io.virtstack.engine.fleet;

import java.util.Arrays;

/**
 * Amounts of one machine after the other, split between users. Not safe for use by several threads.
 *
 * <p>Users of one thing are a range of rows. So a split is noted at both ends of its range only, and the notes are added up
 * along the rows at the end. The units that are left over go to the first users of the range, which is a range again.
 */
final class SplitAmounts {
    private final Users users;
    private long[] own = new long[64];
    private long[] eachUser = new long[65];
    private long[] extra = new long[65];
    private long unattributed;

    SplitAmounts(Users users) {
        this.users = users;
    }

    /** Begins the machine that the users are of. */
    void begin() {
        int rows = users.rows();
        if (rows > own.length) {
            own = new long[2 * rows];
            eachUser = new long[2 * rows + 1];
            extra = new long[2 * rows + 1];
        }
        Arrays.fill(own, 0, rows, 0);
        Arrays.fill(eachUser, 0, rows + 1, 0);
        Arrays.fill(extra, 0, rows + 1, 0);
        unattributed = 0;
    }

    /** Gives an amount to the copies of a row, or to {@link Users#NOBODY}. */
    void give(long amount, int row) {
        if (row == Users.NOBODY) {
            unattributed += amount;
        } else {
            own[row] += amount;
        }
    }

    /** Splits an amount of which there are several copies, each used by the same number of copies of each row in a range. */
    void split(long amount, long copies, int from, int to) {
        long sharers = users.in(from, to) / copies;
        if (sharers == 0) {
            unattributed += amount * copies;
            return;
        }
        long each = sharers == 1 ? amount : Math.floorDiv(amount, sharers);
        long left = amount - each * sharers;
        eachUser[from] += each;
        eachUser[to] -= each;
        if (left != 0) {
            giveLeft(left, copies, from);
        }
    }

    private void giveLeft(long units, long copies, int from) {
        if (users.isSingle()) {
            extra[from]++;
            extra[from + (int) units]--;
            return;
        }
        long left = units;
        for (int row = from; left > 0; row++) {
            long given = Math.min(left, users.at(row) / copies);
            left -= given;
            extra[row] += given * copies;
            extra[row + 1] -= given * copies;
        }
    }

    /** Adds up what was noted. */
    void end() {
        long each = 0;
        long more = 0;
        for (int row = 0; row < users.rows(); row++) {
            each += eachUser[row];
            more += extra[row];
            own[row] += users.at(row) * each + more;
        }
    }

    /** What the copies of a row have together. */
    long of(int row) {
        return own[row];
    }

    void copyTo(long[] amounts, int first) {
        System.arraycopy(own, 0, amounts, first, users.rows());
    }

    long unattributed() {
        return unattributed;
    }
}
