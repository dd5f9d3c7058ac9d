package io.virtstack.benchmarks.contenders;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The sum of a {@code long[]}, where what is unknown is nothing: the floor for additive figures. */
public final class BareSum {
    private static final int NUMBERS_OF_A_TASK = 1 << 16;

    private final long[] numbers;

    /** Keeps a copy. */
    public BareSum(long[] column) {
        numbers = Arrays.stream(column).map(figure -> Math.max(0, figure)).toArray();
    }

    /** {@return the sum, by all threads of the pool it runs in} */
    public long sum() {
        int tasks = (numbers.length + NUMBERS_OF_A_TASK - 1) / NUMBERS_OF_A_TASK;
        return IntStream.range(0, tasks)
                .parallel()
                .mapToLong(
                        task -> sum(task * NUMBERS_OF_A_TASK, Math.min(numbers.length, (task + 1) * NUMBERS_OF_A_TASK)))
                .sum();
    }

    private long sum(int from, int to) {
        long sum = 0;
        for (int at = from; at < to; at++) {
            sum += numbers[at];
        }
        return sum;
    }
}
