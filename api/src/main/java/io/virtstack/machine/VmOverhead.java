package io.virtstack.machine;

import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;

/**
 * What a hypervisor itself takes for each running virtual machine, on top of what the machine gets.
 *
 * <p>Memory is a fixed part, a part per virtual processor, and whole bytes per started MiB of the machine's memory. VMware
 * publishes such a table for vSphere ("Sample Overhead Memory on Virtual Machines"). Immutable and safe for use by several
 * threads.
 *
 * @param memory fixed memory per machine
 * @param memoryPerVcpu memory per virtual processor
 * @param bytesPerStartedMib bytes per started MiB of the machine's memory
 * @param cpu processor time per machine
 */
public record VmOverhead(DataSize memory, DataSize memoryPerVcpu, long bytesPerStartedMib, Cpu cpu) {
    /** Nothing on top: what a hypervisor has unless an overhead is stated. */
    public static final VmOverhead NONE = new VmOverhead(DataSize.ZERO, DataSize.ZERO, 0, Cpu.ZERO);

    /**
     * Creates the overhead.
     *
     * @throws IllegalArgumentException if a part is negative
     */
    public VmOverhead {
        NonNegative.require("overhead per machine", memory);
        NonNegative.require("overhead per virtual CPU", memoryPerVcpu);
        NonNegative.require("overhead per MiB", bytesPerStartedMib, bytesPerStartedMib);
        NonNegative.require("overhead per machine", cpu);
    }

    /**
     * {@return an overhead of memory alone, the same for every machine}
     *
     * @param memory for example {@code 30 MiB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static VmOverhead ofMemory(String memory) {
        return new VmOverhead(DataSize.parse(memory), DataSize.ZERO, 0, Cpu.ZERO);
    }
}
