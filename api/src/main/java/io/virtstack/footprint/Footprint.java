package io.virtstack.footprint;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import java.time.Duration;
import java.util.Optional;
import java.util.StringJoiner;
import org.immutables.value.Value;

/**
 * What a stack, or many, cost.
 *
 * <p>Each total is exact, or says "at least" and lists what is unknown. Footprints of separate machines form a commutative
 * monoid: {@link #nothing()} is the identity of {@link #plus}, and {@link #times} is repeated {@code plus}. Immutable and
 * safe for use by several threads.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class Footprint permits ImmutableFootprint {
    Footprint() {}

    /** The totals that are not zero, and the durations where there is an application. */
    abstract ImmutableMap<Figure<?>, Total<?>> totals();

    /** {@return the footprint of no machine at all} */
    public static Footprint nothing() {
        return of(ImmutableList.of());
    }

    /**
     * {@return the footprint of these totals; sums that are missing are zero, durations that are missing are absent}
     *
     * @param totals each figure at most once
     * @throws IllegalArgumentException if a figure occurs twice
     */
    public static Footprint of(Iterable<? extends Total<?>> totals) {
        ImmutableMap.Builder<Figure<?>, Total<?>> byFigure = ImmutableMap.builder();
        for (Total<?> total : totals) {
            boolean nothing = total.amount() == 0 && total.isExact() && total.figure() instanceof Figure.Sum;
            if (!nothing) {
                byFigure.put(total.figure(), total);
            }
        }
        return ImmutableFootprint.builder()
                .putAllTotals(byFigure.buildOrThrow())
                .build();
    }

    /**
     * {@return the total of a sum}
     *
     * @param figure which sum
     * @param <Q> the quantity
     */
    public final <Q> Total<Q> total(Figure.Sum<Q> figure) {
        return find(figure).orElseGet(() -> Total.zero(figure));
    }

    /**
     * {@return the total of any figure; empty for a duration when no application runs}
     *
     * @param figure which figure
     * @param <Q> the quantity
     */
    @SuppressWarnings("unchecked") // a total is filed under its own figure
    public final <Q> Optional<Total<Q>> find(Figure<Q> figure) {
        Optional<Total<Q>> found = Optional.ofNullable((Total<Q>) totals().get(figure));
        return found.isEmpty() && figure instanceof Figure.Sum ? Optional.of(Total.zero(figure)) : found;
    }

    /** {@return bytes on disk, each stored item once} */
    public final Total<DataSize> disk() {
        return total(Figure.DISK);
    }

    /** {@return bytes on disk if nothing were shared} */
    public final Total<DataSize> logicalDisk() {
        return total(Figure.LOGICAL_DISK);
    }

    /** {@return what sharing saves on disk; empty when a part of it is unknown} */
    public final Optional<DataSize> savedBySharing() {
        Total<DataSize> logical = logicalDisk();
        return logical.isExact() && disk().isExact()
                ? Optional.of(logical.value().minus(disk().value()))
                : Optional.empty();
    }

    /** {@return memory that the running layers demand} */
    public final Total<DataSize> memory() {
        return total(Figure.MEMORY);
    }

    /** {@return processor time that the running layers demand} */
    public final Total<Cpu> cpu() {
        return total(Figure.CPU);
    }

    /** {@return memory that is set aside} */
    public final Total<DataSize> allocatedMemory() {
        return total(Figure.ALLOCATED_MEMORY);
    }

    /** {@return processor time that is set aside} */
    public final Total<Cpu> allocatedCpu() {
        return total(Figure.ALLOCATED_CPU);
    }

    /** {@return operating systems that run} */
    public final long operatingSystems() {
        return total(Figure.OPERATING_SYSTEMS).amount();
    }

    /** {@return virtual machines, running or not} */
    public final long virtualMachines() {
        return total(Figure.VIRTUAL_MACHINES).amount();
    }

    /** {@return containers, running or not} */
    public final long containers() {
        return total(Figure.CONTAINERS).amount();
    }

    /** {@return application copies, running or not} */
    public final long applications() {
        return total(Figure.APPLICATIONS).amount();
    }

    /** {@return time from power-on until all running applications are ready; empty when none runs} */
    public final Optional<Total<Duration>> startup() {
        return find(Figure.STARTUP);
    }

    /** {@return time until all running applications are ready on a running platform; empty when none runs} */
    public final Optional<Total<Duration>> warmStartup() {
        return find(Figure.WARM_STARTUP);
    }

    /**
     * {@return the footprint of this and of {@code other} on separate machines}
     *
     * @param other another footprint
     * @throws io.virtstack.quantity.OverflowException if a total does not fit a {@code long}
     */
    public final Footprint plus(Footprint other) {
        ImmutableMap.Builder<Figure<?>, Total<?>> together = ImmutableMap.builder();
        for (Figure<?> figure : Figure.all()) {
            plus(figure, other).ifPresent(total -> together.put(figure, total));
        }
        return of(together.buildOrThrow().values());
    }

    private <Q> Optional<Total<Q>> plus(Figure<Q> figure, Footprint other) {
        Optional<Total<Q>> ours = find(figure);
        Optional<Total<Q>> theirs = other.find(figure);
        return ours.isPresent() && theirs.isPresent()
                ? Optional.of(ours.get().plus(theirs.get()))
                : ours.or(() -> theirs);
    }

    /**
     * {@return the footprint of that many separate copies of the machines behind this one}
     *
     * @param copies from 0
     * @throws IllegalArgumentException if {@code copies} is negative
     * @throws io.virtstack.quantity.OverflowException if a total does not fit a {@code long}
     */
    public final Footprint times(long copies) {
        if (copies < 0) {
            throw new IllegalArgumentException("copies " + copies + " is negative; state a number from 0");
        }
        if (copies == 0) {
            return nothing();
        }
        ImmutableMap.Builder<Figure<?>, Total<?>> together = ImmutableMap.builder();
        totals().forEach((figure, total) -> together.put(figure, total.times(copies)));
        return of(together.buildOrThrow().values());
    }

    /** {@return one line per figure that is not nothing} */
    @Override
    public final String toString() {
        StringJoiner lines = new StringJoiner(System.lineSeparator());
        for (Figure<?> figure : Figure.all()) {
            Total<?> total = totals().get(figure);
            if (total != null) {
                lines.add(figure.label() + " " + total);
            }
        }
        return lines.toString();
    }
}
