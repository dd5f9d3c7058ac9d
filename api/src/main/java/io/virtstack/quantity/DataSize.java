package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An exact number of bytes.
 *
 * <p>A value is its bytes and keeps no unit: {@code parse("1 GB")} and {@code parse("1000 MB")} are equal. Decimal units
 * (kB, MB, GB, TB, PB, EB: powers of 1000) and binary ones (KiB … EiB: powers of 1024) are kept apart: 700 MB is not
 * 700 MiB. Figures of layers are never negative; a difference of two sizes may be.
 *
 * <p>Immutable and safe for use by several threads.
 *
 * @param bytes the number of bytes
 */
public record DataSize(long bytes) implements Comparable<DataSize> {
    /** No bytes at all. Known to be nothing, which is not the same as unknown. */
    public static final DataSize ZERO = new DataSize(0);

    private static final ImmutableMap<String, Long> DECIMAL = ImmutableMap.of(
            "B", 1L,
            "kB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "TB", 1_000_000_000_000L,
            "PB", 1_000_000_000_000_000L,
            "EB", 1_000_000_000_000_000_000L);
    private static final UnitTable UNITS = new UnitTable(
            "data size",
            ImmutableMap.<String, Long>builder()
                    .putAll(DECIMAL)
                    .put("KiB", 1L << 10)
                    .put("MiB", 1L << 20)
                    .put("GiB", 1L << 30)
                    .put("TiB", 1L << 40)
                    .put("PiB", 1L << 50)
                    .put("EiB", 1L << 60)
                    .buildOrThrow(),
            ImmutableMap.of(
                    "KB", "some mean 1000 by it and some 1024; say kB or KiB",
                    "K", "say kB or KiB",
                    "M", "say MB or MiB",
                    "G", "say GB or GiB",
                    "", "a number alone says nothing; bytes are B"));
    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    /**
     * {@return the size of that many bytes}
     *
     * @param bytes the number of bytes
     */
    public static DataSize ofBytes(long bytes) {
        return bytes == 0 ? ZERO : new DataSize(bytes);
    }

    /**
     * {@return the size written in {@code text}, exactly}
     *
     * @param text a number and a unit, for example {@code 700 MB}, {@code 1.5GiB}, {@code 512 B}
     * @throws IllegalArgumentException if the text is no size, its unit is missing or ambiguous, or it is not a whole number
     *     of bytes
     * @throws OverflowException if it is more than 2⁶³ − 1 bytes
     */
    public static DataSize parse(String text) {
        return ofBytes(UNITS.parse(text));
    }

    /**
     * {@return the sum of this and {@code other}}
     *
     * @param other what to add
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public DataSize plus(DataSize other) {
        return ofBytes(Exact.add(bytes, other.bytes, "data size"));
    }

    /**
     * {@return this less {@code other}; negative when {@code other} is larger}
     *
     * @param other what to take away
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public DataSize minus(DataSize other) {
        return ofBytes(Exact.subtract(bytes, other.bytes, "data size"));
    }

    /**
     * {@return this size, {@code factor} times}
     *
     * @param factor how many times
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public DataSize times(long factor) {
        return ofBytes(Exact.multiply(bytes, factor, "data size"));
    }

    /** {@return this size in three significant digits and a decimal unit, for people: {@code 1.23 GB}; not exact} */
    public String toRoundedString() {
        BigDecimal amount = BigDecimal.valueOf(bytes).round(THREE_DIGITS);
        String symbol = "B";
        long unit = 1;
        for (var candidate : DECIMAL.entrySet()) {
            if (amount.abs().compareTo(BigDecimal.valueOf(candidate.getValue())) >= 0) {
                symbol = candidate.getKey();
                unit = candidate.getValue();
            }
        }
        return amount.divide(BigDecimal.valueOf(unit)).stripTrailingZeros().toPlainString() + " " + symbol;
    }

    @Override
    public int compareTo(DataSize other) {
        return Long.compare(bytes, other.bytes);
    }

    /** {@return the shortest exact text of at least one unit, which {@link #parse} reads back: {@code 2.1 GB}, {@code 700 MiB}} */
    @Override
    public String toString() {
        return UNITS.format(bytes);
    }
}
