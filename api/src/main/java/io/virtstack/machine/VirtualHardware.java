package io.virtstack.machine;

import com.google.common.collect.ImmutableList;
import io.virtstack.quantity.DataSize;
import io.virtstack.values.ValueStyle;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a hypervisor sets aside for a virtual machine. What nobody stated is unknown.
 *
 * <p>The first disk is the system disk, which holds what the layers of the machine take; further disks are data disks. A
 * machine that states no disk costs exactly what its layers take. Immutable and safe for use by several threads.
 */
@ValueStyle
@Value.Immutable
public abstract sealed class VirtualHardware permits ImmutableVirtualHardware {
    VirtualHardware() {}

    /** {@return a builder of virtual hardware} */
    public static Builder builder() {
        return ImmutableVirtualHardware.builder();
    }

    /**
     * {@return virtual hardware with one thick disk}
     *
     * @param vcpus the number of virtual processors, from 1
     * @param memory for example {@code 4 GiB}
     * @param disk the virtual size of the disk, for example {@code 40 GB}
     * @throws IllegalArgumentException if a text is no size
     */
    public static VirtualHardware of(int vcpus, String memory, String disk) {
        return builder()
                .vcpus(vcpus)
                .memory(memory)
                .disk(VirtualDisk.thick(disk))
                .build();
    }

    /** {@return the number of virtual processors; each sets 1000 millicores aside} */
    public abstract Optional<Integer> vcpus();

    /** {@return the memory that the guest sees} */
    public abstract Optional<DataSize> memory();

    /** {@return the disks, the system disk first} */
    public abstract ImmutableList<VirtualDisk> disks();

    /**
     * {@return this with another number of virtual processors}
     *
     * @param vcpus from 1
     */
    public abstract VirtualHardware withVcpus(int vcpus);

    /**
     * {@return this with other memory}
     *
     * @param memory at least 0 B
     */
    public abstract VirtualHardware withMemory(DataSize memory);

    /**
     * {@return this with other disks}
     *
     * @param disks the system disk first
     */
    public abstract VirtualHardware withDisks(Iterable<? extends VirtualDisk> disks);

    @Value.Check
    void check() {
        if (vcpus().orElse(1) < 1 || memory().orElse(DataSize.ZERO).bytes() < 0) {
            throw new InvalidModelException(violations());
        }
    }

    private ImmutableList<Violation> violations() {
        ImmutableList.Builder<Violation> violations = ImmutableList.builder();
        vcpus().filter(count -> count < 1)
                .ifPresent(count -> violations.add(new Violation(
                        "virtual hardware, vcpus",
                        Rule.COUNT,
                        count.toString(),
                        "state a number from 1, or leave it unknown")));
        memory().filter(size -> size.bytes() < 0)
                .ifPresent(size -> violations.add(new Violation(
                        "virtual hardware, memory",
                        Rule.NON_NEGATIVE,
                        size.toString(),
                        "state a size from 0 B, or leave it unknown")));
        return violations.build();
    }

    /** {@return processors, memory and number of disks} */
    @Override
    public final String toString() {
        return vcpus().map(Object::toString).orElse("?") + " vCPU, "
                + memory().map(DataSize::toString).orElse("?") + ", " + disks().size() + " disks";
    }

    /** Builds virtual hardware. Sets single attributes at most once; not safe for use by several threads. */
    public sealed interface Builder permits ImmutableVirtualHardware.Builder {
        /**
         * Sets the number of virtual processors.
         *
         * @param vcpus from 1
         */
        Builder vcpus(int vcpus);

        /**
         * Sets the memory.
         *
         * @param memory at least 0 B
         */
        Builder memory(DataSize memory);

        /**
         * Sets the memory.
         *
         * @param memory for example {@code 4 GiB}
         * @throws IllegalArgumentException if the text is no size
         */
        default Builder memory(String memory) {
            return memory(DataSize.parse(memory));
        }

        /**
         * Adds disks.
         *
         * @param disks the first one added to the machine is its system disk
         */
        Builder disksAll(Iterable<? extends VirtualDisk> disks);

        /**
         * Adds a disk.
         *
         * @param disk the first one added to the machine is its system disk
         */
        default Builder disk(VirtualDisk disk) {
            return disksAll(ImmutableList.of(disk));
        }

        /**
         * {@return the virtual hardware}
         *
         * @throws InvalidModelException with all violations, if a figure is out of its range
         */
        VirtualHardware build();
    }
}
