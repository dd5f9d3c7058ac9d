package io.virtstack.capacity;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import io.virtstack.values.ValueStyle;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import org.immutables.value.Value;

/**
 * When a machine counts as full: a resource may be used up to (capacity − reserve) × over-commit, rounded down.
 *
 * <p>That is the formula of OpenStack's placement service (total − reserved, times allocation ratio). Unless set, the
 * accounting is {@link Accounting#DEMANDED}, nothing is over-committed and nothing reserved. Immutable and safe for use by
 * several threads.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class AdmissionRule permits ImmutableAdmissionRule {
    AdmissionRule() {}

    /** {@return what is demanded fits what is there: nothing over-committed, nothing reserved} */
    public static AdmissionRule standard() {
        return builder().build();
    }

    /** {@return what is set aside fits what is there: nothing over-committed, nothing reserved} */
    public static AdmissionRule ofAllocation() {
        return builder().accounting(Accounting.ALLOCATED).build();
    }

    /** {@return a builder of a rule} */
    public static Builder builder() {
        return ImmutableAdmissionRule.builder();
    }

    /** {@return which figures of memory and CPU are held against the capacity} */
    @Value.Default
    public Accounting accounting() {
        return Accounting.DEMANDED;
    }

    /** {@return how often each byte of memory may be given out} */
    @Value.Default
    public Ratio memoryOvercommit() {
        return Ratio.ONE;
    }

    /** {@return how often each core may be given out} */
    @Value.Default
    public Ratio cpuOvercommit() {
        return Ratio.ONE;
    }

    /** {@return how often each byte of storage may be given out} */
    @Value.Default
    public Ratio diskOvercommit() {
        return Ratio.ONE;
    }

    /** {@return memory that is kept free} */
    @Value.Default
    public DataSize memoryReserve() {
        return DataSize.ZERO;
    }

    /** {@return processor time that is kept free} */
    @Value.Default
    public Cpu cpuReserve() {
        return Cpu.ZERO;
    }

    /** {@return storage that is kept free} */
    @Value.Default
    public DataSize diskReserve() {
        return DataSize.ZERO;
    }

    /** {@return this rule with nothing kept free, as it holds inside a virtual machine} */
    public final AdmissionRule withoutReserves() {
        return builder()
                .accounting(accounting())
                .memoryOvercommit(memoryOvercommit())
                .cpuOvercommit(cpuOvercommit())
                .diskOvercommit(diskOvercommit())
                .build();
    }

    /**
     * {@return the most that may be used of a capacity, in base units; 0 when the reserve is all of it}
     *
     * @param resource which resource
     * @param capacity what is there, in base units
     * @throws io.virtstack.quantity.OverflowException if a {@code long} cannot hold it
     */
    public final long limit(Resource resource, long capacity) {
        long reserve = switch (resource) {
            case MEMORY -> memoryReserve().bytes();
            case CPU -> cpuReserve().millis();
            case DISK -> diskReserve().bytes();
        };
        Ratio overcommit = switch (resource) {
            case MEMORY -> memoryOvercommit();
            case CPU -> cpuOvercommit();
            case DISK -> diskOvercommit();
        };
        return overcommit.floorOf(Math.max(0, capacity - reserve));
    }

    @Value.Check
    void check() {
        ImmutableList.Builder<Violation> violations = ImmutableList.builder();
        expectNonNegative("memoryReserve", memoryReserve().bytes(), violations);
        expectNonNegative("cpuReserve", cpuReserve().millis(), violations);
        expectNonNegative("diskReserve", diskReserve().bytes(), violations);
        ImmutableList<Violation> found = violations.build();
        if (!found.isEmpty()) {
            throw new InvalidModelException(found);
        }
    }

    private static void expectNonNegative(String what, long amount, ImmutableList.Builder<Violation> violations) {
        if (amount < 0) {
            violations.add(new Violation(
                    "admission rule, " + what, Rule.NON_NEGATIVE, Long.toString(amount), "state a reserve from 0"));
        }
    }

    /** {@return accounting, over-commits and reserves} */
    @Override
    public final String toString() {
        return Ascii.toLowerCase(accounting().name()) + "; over-commit memory " + memoryOvercommit()
                + ", CPU "
                + cpuOvercommit() + ", disk " + diskOvercommit() + "; reserve " + memoryReserve() + ", " + cpuReserve()
                + " CPU, " + diskReserve() + " disk";
    }

    /** Builds a rule. Sets each attribute at most once; not safe for use by several threads. */
    public sealed interface Builder permits ImmutableAdmissionRule.Builder {
        /**
         * Sets which figures of memory and CPU are held against the capacity.
         *
         * @param accounting demanded or allocated
         */
        Builder accounting(Accounting accounting);

        /**
         * Sets how often each byte of memory may be given out.
         *
         * @param ratio for example {@code Ratio.parse("1.5")}
         */
        Builder memoryOvercommit(Ratio ratio);

        /**
         * Sets how often each core may be given out.
         *
         * @param ratio for example {@code Ratio.parse("4")}
         */
        Builder cpuOvercommit(Ratio ratio);

        /**
         * Sets how often each byte of storage may be given out.
         *
         * @param ratio for example {@code Ratio.ONE}
         */
        Builder diskOvercommit(Ratio ratio);

        /**
         * Sets the memory that is kept free.
         *
         * @param reserve at least 0 B
         */
        Builder memoryReserve(DataSize reserve);

        /**
         * Sets the processor time that is kept free.
         *
         * @param reserve at least 0
         */
        Builder cpuReserve(Cpu reserve);

        /**
         * Sets the storage that is kept free.
         *
         * @param reserve at least 0 B
         */
        Builder diskReserve(DataSize reserve);

        /**
         * {@return the rule}
         *
         * @throws InvalidModelException with all violations, if a reserve is negative
         */
        AdmissionRule build();
    }
}
