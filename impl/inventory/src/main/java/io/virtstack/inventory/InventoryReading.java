package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.layer.Hardware;
import java.nio.file.Path;

/** One call of the front door: reads files group by group and combines what each group says. */
final class InventoryReading {
    private final InventoryOptions options;
    private final ImmutableList.Builder<Hardware> machines = ImmutableList.builder();
    private final ImmutableList.Builder<InventoryFile> files = ImmutableList.builder();
    private final ImmutableList.Builder<InventoryNote> notes = ImmutableList.builder();

    InventoryReading(InventoryOptions options) {
        this.options = options;
    }

    void readGroup(ImmutableList<Path> group) {
        Parts together = new Parts();
        for (Path path : group) {
            FileReading reading = new FileReading(path, options);
            InventoryFile file = reading.read();
            files.add(file);
            notes.addAll(file.notes());
            if (file.isRead()) {
                together.addAll(reading.parts());
            }
        }
        MachineAssembly assembly = new MachineAssembly(together);
        machines.addAll(assembly.assemble());
        notes.addAll(assembly.notes());
    }

    Inventory inventory() {
        return new Inventory(machines.build(), files.build(), notes.build());
    }
}
