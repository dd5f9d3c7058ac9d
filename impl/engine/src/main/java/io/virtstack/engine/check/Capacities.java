package io.virtstack.engine.check;

import io.virtstack.capacity.Resource;
import io.virtstack.layer.Hardware;
import io.virtstack.machine.Storage;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.Optional;
import java.util.OptionalLong;

/** What a machine has of each resource. */
public final class Capacities {
    private Capacities() {}

    /**
     * {@return the capacity in base units; empty when nobody stated it}
     *
     * @param machine a machine
     * @param resource which resource
     */
    public static OptionalLong of(Hardware machine, Resource resource) {
        return switch (resource) {
            case MEMORY -> memory(machine.memoryCapacity());
            case CPU -> cpu(machine.cores());
            case DISK -> machine.storage().isEmpty() ? OptionalLong.empty() : OptionalLong.of(storage(machine));
        };
    }

    private static OptionalLong memory(Optional<DataSize> capacity) {
        return capacity.isPresent() ? OptionalLong.of(capacity.get().bytes()) : OptionalLong.empty();
    }

    private static OptionalLong cpu(Optional<Integer> cores) {
        return cores.isPresent() ? OptionalLong.of(Cpu.ofCores(cores.get()).millis()) : OptionalLong.empty();
    }

    private static long storage(Hardware machine) {
        long sum = 0;
        for (Storage device : machine.storage()) {
            sum = Exact.add(sum, device.size().bytes(), "storage of " + machine);
        }
        return sum;
    }
}
