package io.virtstack.footprint;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.DurationFormat;
import java.time.Duration;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A question that a footprint answers, with the quantity that answers it.
 *
 * <p>Page cache, memory deduplication (KSM) and ballooning are outside the model: memory is what layers demand, or what is
 * set aside for them. The constants are all there are. Immutable and safe for use by several threads.
 *
 * @param <Q> the quantity: {@link DataSize}, {@link Cpu}, {@link Duration} or {@link Long}
 */
public abstract sealed class Figure<Q> {
    /** Bytes on disk, each stored item once. */
    public static final Sum<DataSize> DISK = bytes("disk");
    /** Bytes on disk if nothing were shared; the saving by sharing is this less {@link #DISK}. */
    public static final Sum<DataSize> LOGICAL_DISK = bytes("logical disk");
    /** Memory that the running layers demand, all the way down, overheads included. */
    public static final Sum<DataSize> MEMORY = bytes("memory");
    /** Processor time that the running layers demand, all the way down, overheads included. */
    public static final Sum<Cpu> CPU = cpu("CPU");
    /** Memory that the outermost machines and containers set aside, with overheads and what runs outside of them. */
    public static final Sum<DataSize> ALLOCATED_MEMORY = bytes("allocated memory");
    /** Processor time that the outermost machines and containers set aside, with overheads and what runs outside of them. */
    public static final Sum<Cpu> ALLOCATED_CPU = cpu("allocated CPU");
    /** Operating systems that run: hosts, running guests, control systems, and one for each micro-VM. */
    public static final Sum<Long> OPERATING_SYSTEMS = count("operating systems");
    /** Virtual machines, running or not. */
    public static final Sum<Long> VIRTUAL_MACHINES = count("virtual machines");
    /** Containers, running or not. */
    public static final Sum<Long> CONTAINERS = count("containers");
    /** Application copies, running or not. */
    public static final Sum<Long> APPLICATIONS = count("applications");
    /**
     * Time from power-on until the slowest running application is ready: the start-up times of all layers under it and its
     * own, in parallel with the others and without contention.
     */
    public static final Longest<Duration> STARTUP = duration("start-up");
    /**
     * The same when the platform already runs: only the layers strictly above the hypervisor, daemon or host operating
     * system nearest below the application.
     */
    public static final Longest<Duration> WARM_STARTUP = duration("warm start-up");

    private static final ImmutableList<Sum<?>> SUMS = ImmutableList.of(
            DISK,
            LOGICAL_DISK,
            MEMORY,
            CPU,
            ALLOCATED_MEMORY,
            ALLOCATED_CPU,
            OPERATING_SYSTEMS,
            VIRTUAL_MACHINES,
            CONTAINERS,
            APPLICATIONS);
    private static final ImmutableList<Figure<?>> ALL = ImmutableList.<Figure<?>>builder()
            .addAll(SUMS)
            .add(STARTUP)
            .add(WARM_STARTUP)
            .build();

    private final String label;
    private final LongFunction<Q> quantity;
    private final ToLongFunction<Q> amount;
    private final LongFunction<String> text;

    private Figure(String label, LongFunction<Q> quantity, ToLongFunction<Q> amount, LongFunction<String> text) {
        this.label = label;
        this.quantity = quantity;
        this.amount = amount;
        this.text = text;
    }

    /** A figure that is the sum of what the layers contribute, so that it can be broken down. */
    public static final class Sum<Q> extends Figure<Q> {
        private Sum(String label, LongFunction<Q> quantity, ToLongFunction<Q> amount, LongFunction<String> text) {
            super(label, quantity, amount, text);
        }
    }

    /** A figure that is the longest of what the applications take. */
    public static final class Longest<Q> extends Figure<Q> {
        private Longest(String label, LongFunction<Q> quantity, ToLongFunction<Q> amount, LongFunction<String> text) {
            super(label, quantity, amount, text);
        }
    }

    /** {@return all figures, in the order in which they are shown} */
    public static ImmutableList<Figure<?>> all() {
        return ALL;
    }

    /** {@return the figures that are sums, in the order in which they are shown} */
    public static ImmutableList<Sum<?>> sums() {
        return SUMS;
    }

    /** {@return what it is called in tables, for example {@code logical disk}} */
    public final String label() {
        return label;
    }

    /**
     * {@return the quantity of that many base units: bytes, millicores, nanoseconds or a plain count}
     *
     * @param amount base units
     */
    public final Q quantity(long amount) {
        return quantity.apply(amount);
    }

    /**
     * {@return the base units in a quantity: bytes, millicores, nanoseconds or a plain count}
     *
     * @param quantity what to count
     */
    public final long amount(Q quantity) {
        return amount.applyAsLong(quantity);
    }

    /**
     * {@return the exact text of that many base units}
     *
     * @param amount base units
     */
    public final String format(long amount) {
        return text.apply(amount);
    }

    /**
     * {@return a text of that many base units in three significant digits, for people; only sizes are rounded}
     *
     * @param amount base units
     */
    public final String formatRounded(long amount) {
        return quantity(amount) instanceof DataSize size ? size.toRoundedString() : format(amount);
    }

    /** {@return the label} */
    @Override
    public final String toString() {
        return label;
    }

    private static Sum<DataSize> bytes(String label) {
        return new Sum<>(
                label,
                DataSize::ofBytes,
                DataSize::bytes,
                bytes -> DataSize.ofBytes(bytes).toString());
    }

    private static Sum<Cpu> cpu(String label) {
        return new Sum<>(
                label,
                Cpu::ofMillis,
                Cpu::millis,
                millis -> Cpu.ofMillis(millis).toString());
    }

    private static Sum<Long> count(String label) {
        return new Sum<>(label, count -> count, count -> count, Long::toString);
    }

    private static Longest<Duration> duration(String label) {
        return new Longest<>(
                label,
                Duration::ofNanos,
                DurationFormat::nanos,
                nanos -> DurationFormat.format(Duration.ofNanos(nanos)));
    }
}
