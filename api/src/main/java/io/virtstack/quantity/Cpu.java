package io.virtstack.quantity;

import com.google.common.collect.ImmutableMap;

/**
 * An exact amount of processor time per time, in thousandths of a core (millicores).
 *
 * <p>Figures of layers are never negative; a difference of two amounts may be. Immutable and safe for use by several threads.
 *
 * @param millis thousandths of a core
 */
public record Cpu(long millis) implements Comparable<Cpu> {
    /** No processor time at all. Known to be nothing, which is not the same as unknown. */
    public static final Cpu ZERO = new Cpu(0);

    private static final long MILLIS_PER_CORE = 1000;
    private static final UnitTable UNITS = new UnitTable(
            "CPU amount",
            ImmutableMap.of("m", 1L, "", MILLIS_PER_CORE, "cores", MILLIS_PER_CORE),
            ImmutableMap.of("core", "say cores", "%", "say 500m for half a core"));

    /**
     * {@return that many thousandths of a core}
     *
     * @param millis thousandths of a core
     */
    public static Cpu ofMillis(long millis) {
        return millis == 0 ? ZERO : new Cpu(millis);
    }

    /**
     * {@return that many whole cores}
     *
     * @param cores the number of cores
     * @throws OverflowException if a {@code long} cannot hold it in millicores
     */
    public static Cpu ofCores(long cores) {
        return ofMillis(Exact.multiply(cores, MILLIS_PER_CORE, "CPU amount"));
    }

    /**
     * {@return the amount written in {@code text}, exactly}
     *
     * @param text thousandths ({@code 200m}) or cores ({@code 2}, {@code 0.5}, {@code 1.5 cores})
     * @throws IllegalArgumentException if the text is no amount, or not a whole number of millicores
     * @throws OverflowException if it is more than 2⁶³ − 1 millicores
     */
    public static Cpu parse(String text) {
        return ofMillis(UNITS.parse(text));
    }

    /**
     * {@return the sum of this and {@code other}}
     *
     * @param other what to add
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public Cpu plus(Cpu other) {
        return ofMillis(Exact.add(millis, other.millis, "CPU amount"));
    }

    /**
     * {@return this less {@code other}; negative when {@code other} is larger}
     *
     * @param other what to take away
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public Cpu minus(Cpu other) {
        return ofMillis(Exact.subtract(millis, other.millis, "CPU amount"));
    }

    /**
     * {@return this amount, {@code factor} times}
     *
     * @param factor how many times
     * @throws OverflowException if a {@code long} cannot hold it
     */
    public Cpu times(long factor) {
        return ofMillis(Exact.multiply(millis, factor, "CPU amount"));
    }

    @Override
    public int compareTo(Cpu other) {
        return Long.compare(millis, other.millis);
    }

    /** {@return the exact text, which {@link #parse} reads back: whole cores as {@code 2}, else {@code 1500m}} */
    @Override
    public String toString() {
        return millis % MILLIS_PER_CORE == 0 ? Long.toString(millis / MILLIS_PER_CORE) : millis + "m";
    }
}
