package io.virtstack.engine.table;

import java.util.Arrays;

/** Numbers of rows or images that are being written. Not safe for use by several threads. */
public final class IntList {
    private int[] numbers = new int[16];
    private int size;

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /**
     * Adds a number.
     *
     * @param number what to add
     */
    public void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    /**
     * {@return one of the numbers}
     *
     * @param at which one, from 0
     */
    public int get(int at) {
        return numbers[at];
    }

    /**
     * Forgets the last ones.
     *
     * @param newSize how many stay
     */
    public void truncate(int newSize) {
        size = newSize;
    }

    /** {@return a copy} */
    public int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
