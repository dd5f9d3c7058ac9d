package io.virtstack.engine.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Rows that are being written. What nobody puts is zero, and known. Not safe for use by several threads. */
public final class RowBuffer {
    private static final int FIRST_CAPACITY = 64;

    private final long[][] numbers = new long[Field.count()][];
    private final long[][] unknown = new long[Field.count()][];
    private int capacity = FIRST_CAPACITY;
    private int size;

    /** {@return the number of rows} */
    public int size() {
        return size;
    }

    /** {@return a new row, of which everything is zero} */
    public int add() {
        if (size == capacity) {
            capacity *= 2;
        }
        return size++;
    }

    /**
     * Sets a number.
     *
     * @param row a row
     * @param field what it is
     * @param number how much
     */
    public void put(int row, Field field, long number) {
        long[] column = numbers[field.index()];
        if (number == 0 && column == null) {
            return;
        }
        if (column == null || column.length <= row) {
            column = column == null ? new long[capacity] : Arrays.copyOf(column, capacity);
            numbers[field.index()] = column;
        }
        column[row] = number;
    }

    /**
     * Says that a number is not all known.
     *
     * @param row a row
     * @param field what is unknown of it
     */
    public void putUnknown(int row, Field field) {
        long[] words = unknown[field.index()];
        int word = row / Long.SIZE;
        if (words == null || words.length <= word) {
            int length = capacity / Long.SIZE;
            words = words == null ? new long[length] : Arrays.copyOf(words, length);
            unknown[field.index()] = words;
        }
        words[word] |= 1L << row;
    }

    /**
     * {@return a number}
     *
     * @param row a row
     * @param field what it is
     */
    public long get(int row, Field field) {
        long[] column = numbers[field.index()];
        return column == null || column.length <= row ? 0 : column[row];
    }

    /**
     * {@return whether a number is not all known}
     *
     * @param row a row
     * @param field what it is
     */
    public boolean isUnknown(int row, Field field) {
        long[] words = unknown[field.index()];
        return words != null && words.length > row / Long.SIZE && ((words[row / Long.SIZE] >>> row) & 1) != 0;
    }

    /**
     * Makes a number of some rows zero and known.
     *
     * @param from the first row
     * @param field what it is
     */
    public void clearFrom(int from, Field field) {
        long[] column = numbers[field.index()];
        if (column != null) {
            Arrays.fill(column, Math.min(from, column.length), Math.min(size, column.length), 0);
        }
        long[] words = unknown[field.index()];
        for (int row = from; words != null && row < Math.min(size, words.length * Long.SIZE); row++) {
            words[row / Long.SIZE] &= ~(1L << row);
        }
    }

    /**
     * Forgets the last rows.
     *
     * @param newSize how many rows stay
     */
    public void truncate(int newSize) {
        for (int field = 0; field < Field.count(); field++) {
            clearFrom(newSize, Field.at(field));
        }
        size = newSize;
    }

    /** The numbers of a field, empty if they are all zero; there may be fewer of them than rows, and then more zeros. */
    long @Nullable [] numbers(int field) {
        return numbers[field];
    }

    long @Nullable [] unknown(int field) {
        return unknown[field];
    }

    int capacity() {
        return capacity;
    }
}
