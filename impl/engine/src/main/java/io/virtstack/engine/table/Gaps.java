package io.virtstack.engine.table;

/** Which rows of a column are not all known. */
abstract sealed class Gaps {
    abstract boolean get(int row);

    abstract long count(int from, int to);

    abstract Gaps inOrder(int[] rows);

    static final Gaps NONE = new None();

    private static final class None extends Gaps {
        @Override
        boolean get(int row) {
            return false;
        }

        @Override
        long count(int from, int to) {
            return 0;
        }

        @Override
        Gaps inOrder(int[] rows) {
            return this;
        }
    }

    /** A bit for each row. */
    static final class Bits extends Gaps {
        private final long[] words;

        Bits(long[] words) {
            this.words = words;
        }

        @Override
        boolean get(int row) {
            return ((words[row / Long.SIZE] >>> row) & 1) != 0;
        }

        @Override
        long count(int from, int to) {
            if (from >= to) {
                return 0;
            }
            int first = from / Long.SIZE;
            int last = (to - 1) / Long.SIZE;
            long tail = -1L >>> -to;
            if (first == last) {
                return Long.bitCount(words[first] & (-1L << from) & tail);
            }
            long count = Long.bitCount(words[first] & (-1L << from));
            count += Long.bitCount(words[last] & tail);
            for (int word = first + 1; word < last; word++) {
                count += Long.bitCount(words[word]);
            }
            return count;
        }

        @Override
        Gaps inOrder(int[] rows) {
            long[] moved = new long[words.length];
            for (int row = 0; row < rows.length; row++) {
                if (get(rows[row])) {
                    moved[row / Long.SIZE] |= 1L << row;
                }
            }
            return new Bits(moved);
        }
    }
}
