package io.virtstack.inventory.kubernetes;

import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * Memory and processor time that a manifest states for something.
 *
 * @param memory empty if it is not stated
 * @param cpu empty if it is not stated
 */
record Resources(Optional<DataSize> memory, Optional<Cpu> cpu) {
    static final Resources NONE = new Resources(Optional.empty(), Optional.empty());

    /** {@return what a member such as {@code requests} states} */
    static Resources of(Optional<Node> stated) {
        return new Resources(
                stated.flatMap(node -> node.find("memory")).map(Quantity::size),
                stated.flatMap(node -> node.find("cpu")).map(Quantity::cpu));
    }

    /** {@return these, and those of {@code others} for what is not stated here} */
    Resources or(Resources others) {
        return new Resources(memory.or(others::memory), cpu.or(others::cpu));
    }
}
