package io.virtstack.engine.table;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows that occur again and again, each kept once. There is room for as many as a {@code char} tells apart; when it is full,
 * what is new is not taken in.
 */
final class Templates {
    private static final int MOST = 1 << Character.SIZE;
    private static final int ABSENT = -1;

    /** So many shapes may be met before it shows whether they come again. */
    private static final int MOST_AT_FIRST = 1 << 13;

    /** Rows after some that are like no other are like no other too, most likely: so many tables are not looked at then. */
    private static final int LONGEST_PAUSE = 16;

    private final long[][] numbers = new long[Field.count()][64];
    private final long[][] ofAllCopies = new long[Field.count()][64];
    private int[] slots = new int[256];
    private int[] hashes = new int[64];
    private int size;
    private int pause;
    private int nextPause = 1;

    Templates() {
        Arrays.fill(slots, ABSENT);
    }

    /**
     * The template of each row, or nothing if too many rows are like no other: then templates would cost more than they save.
     */
    char @Nullable [] of(RowBuffer rows) {
        if (pause > 0) {
            pause--;
            return null;
        }
        char[] templates = new char[rows.size()];
        int before = size;
        for (int row = 0; row < rows.size(); row++) {
            int template = of(rows, row);
            if (template == ABSENT || size - before > MOST_AT_FIRST + row / 8) {
                forgetFrom(before);
                nextPause = Math.min(2 * nextPause, LONGEST_PAUSE);
                pause = nextPause;
                return null;
            }
            templates[row] = (char) template;
        }
        nextPause = 1;
        return templates;
    }

    private void forgetFrom(int newSize) {
        size = newSize;
        index(slots.length);
    }

    int size() {
        return size;
    }

    /** The numbers of all templates in one field. Those of later ones are not in it. */
    long[] numbers(int field) {
        return numbers[field];
    }

    /** The same for all copies of a row together. */
    long[] ofAllCopies(int field) {
        return ofAllCopies[field];
    }

    private int of(RowBuffer rows, int row) {
        int hash = hash(rows, row);
        int mask = slots.length - 1;
        int slot = hash & mask;
        while (slots[slot] != ABSENT) {
            int template = slots[slot];
            if (hashes[template] == hash && equal(rows, row, template)) {
                return template;
            }
            slot = (slot + 1) & mask;
        }
        return size == MOST ? ABSENT : add(rows, row, hash, slot);
    }

    private int add(RowBuffer rows, int row, int hash, int slot) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, 2 * size);
            for (int field = 0; field < Field.count(); field++) {
                numbers[field] = Arrays.copyOf(numbers[field], 2 * size);
                ofAllCopies[field] = Arrays.copyOf(ofAllCopies[field], 2 * size);
            }
        }
        long copies = rows.get(row, Field.TIMES);
        for (int field = 0; field < Field.count(); field++) {
            long[] column = rows.numbers(field);
            numbers[field][size] = column == null || column.length <= row ? 0 : column[row];
            ofAllCopies[field][size] = numbers[field][size] * copies;
        }
        hashes[size] = hash;
        slots[slot] = size++;
        if (size * 2 > slots.length) {
            index(2 * slots.length);
        }
        return size - 1;
    }

    private void index(int room) {
        slots = new int[room];
        Arrays.fill(slots, ABSENT);
        int mask = slots.length - 1;
        for (int template = 0; template < size; template++) {
            int slot = hashes[template] & mask;
            while (slots[slot] != ABSENT) {
                slot = (slot + 1) & mask;
            }
            slots[slot] = template;
        }
    }

    private static int hash(RowBuffer rows, int row) {
        long hash = 0;
        for (int field = 0; field < Field.count(); field++) {
            long[] column = rows.numbers(field);
            if (column != null && column.length > row) {
                hash = (hash ^ column[row]) * 0x9E37_79B9_7F4A_7C15L + field;
                hash ^= hash >>> 29;
            }
        }
        return (int) (hash ^ (hash >>> Integer.SIZE));
    }

    private boolean equal(RowBuffer rows, int row, int template) {
        for (int field = 0; field < Field.count(); field++) {
            long[] column = rows.numbers(field);
            long number = column == null || column.length <= row ? 0 : column[row];
            if (numbers[field][template] != number) {
                return false;
            }
        }
        return true;
    }
}
