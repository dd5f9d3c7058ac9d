package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import java.time.Duration;

/**
 * The text form of durations: {@code 300 ms}, {@code 12 s}, {@code 1.5 min}.
 *
 * <p>Durations are {@link Duration}s; this only reads and writes them, exactly. Figures are limited to 2⁶³ − 1 nanoseconds
 * (292 years). All methods are pure.
 */
public final class DurationFormat {
    private static final UnitTable UNITS = new UnitTable(
            "duration",
            ImmutableMap.<String, Long>builder()
                    .put("ns", 1L)
                    .put("us", 1_000L)
                    .put("ms", 1_000_000L)
                    .put("s", 1_000_000_000L)
                    .put("min", 60_000_000_000L)
                    .put("h", 3_600_000_000_000L)
                    .put("d", 86_400_000_000_000L)
                    .buildOrThrow(),
            ImmutableMap.of(
                    "m", "some mean minutes by it and some milliseconds; say min or ms", "", "say s for seconds"));

    private DurationFormat() {}

    /**
     * {@return the duration written in {@code text}, exactly}
     *
     * @param text a number and one of ns, us, ms, s, min, h, d
     * @throws IllegalArgumentException if the text is no duration, or not a whole number of nanoseconds
     * @throws OverflowException if it is more than 2⁶³ − 1 nanoseconds
     */
    public static Duration parse(String text) {
        return Duration.ofNanos(UNITS.parse(text));
    }

    /**
     * {@return the shortest exact text of at least one unit, which {@link #parse} reads back}
     *
     * @param duration what to write
     * @throws OverflowException if it is more than 2⁶³ − 1 nanoseconds
     */
    public static String format(Duration duration) {
        return UNITS.format(nanos(duration));
    }

    /**
     * {@return the duration as nanoseconds}
     *
     * @param duration what to count
     * @throws OverflowException if it is more than 2⁶³ − 1 nanoseconds
     */
    public static long nanos(Duration duration) {
        try {
            return duration.toNanos();
        } catch (ArithmeticException tooLong) {
            throw new OverflowException("duration " + duration);
        }
    }
}
