package io.virtstack.machine;

import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;

/**
 * What a container daemon itself takes for each running container, such as its shim process. Immutable and safe for use by
 * several threads.
 *
 * @param memory memory per container
 * @param cpu processor time per container
 */
public record ContainerOverhead(DataSize memory, Cpu cpu) {
    /** Nothing on top: what a daemon has unless an overhead is stated. */
    public static final ContainerOverhead NONE = new ContainerOverhead(DataSize.ZERO, Cpu.ZERO);

    /**
     * Creates the overhead.
     *
     * @throws IllegalArgumentException if a part is negative
     */
    public ContainerOverhead {
        NonNegative.require("overhead per container", memory);
        NonNegative.require("overhead per container", cpu);
    }

    /**
     * {@return an overhead of memory alone}
     *
     * @param memory for example {@code 10 MB}
     * @throws IllegalArgumentException if the text is no size
     */
    public static ContainerOverhead ofMemory(String memory) {
        return new ContainerOverhead(DataSize.parse(memory), Cpu.ZERO);
    }
}
