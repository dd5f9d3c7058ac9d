package io.virtstack.inventory;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Part;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One call of the front door: reads files group by group and combines what each group says. */
final class InventoryReading {
    private static final ImmutableList<Layer> NO_FIGURE =
            ImmutableList.of(Hardware.builder(MachineAssembly.UNNAMED).build());

    private final InventoryOptions options;
    private final ImmutableList.Builder<Hardware> machines = ImmutableList.builder();
    private final ImmutableList.Builder<InventoryFile> files = ImmutableList.builder();
    private final ImmutableList.Builder<InventoryNote> notes = ImmutableList.builder();

    InventoryReading(InventoryOptions options) {
        this.options = options;
    }

    void addRefused(ImmutableList<InventoryFile> refused) {
        files.addAll(refused);
    }

    void readGroup(ImmutableList<Path> group) {
        ImmutableList<FileReading> readings =
                group.stream().map(path -> new FileReading(path, options)).collect(ImmutableList.toImmutableList());
        readings.forEach(reading -> files.add(reading.read()));
        Set<String> repeated = repeatedKinds(readings);
        Parts together = new Parts();
        for (FileReading reading : readings) {
            if (reading.onlyKind().filter(repeated::contains).isPresent()) {
                notes.addAll(reading.notes())
                        .add(new InventoryNote(
                                reading.file(),
                                0,
                                "taken for a machine of its own: there are several files of this kind together; put the"
                                        + " files of each machine into a folder of its own"));
                assemble(reading.parts());
            } else {
                notes.addAll(reading.notes());
                together.addAll(reading.parts());
            }
        }
        assemble(together);
    }

    /**
     * {@return the kinds of which a machine can have but one file, and of which there are several that differ}
     *
     * <p>A file that states no figure differs from none.
     */
    private static Set<String> repeatedKinds(ImmutableList<FileReading> readings) {
        Map<String, Set<ImmutableList<Layer>>> contents = new HashMap<>();
        readings.forEach(reading -> reading.onlyKind()
                .filter(kind -> !reading.parts().layers().equals(NO_FIGURE))
                .ifPresent(kind -> contents.computeIfAbsent(kind, none -> new HashSet<>())
                        .add(reading.parts().layers())));
        return contents.entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private void assemble(Parts parts) {
        MachineAssembly assembly = new MachineAssembly(parts);
        try {
            machines.addAll(assembly.assemble());
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw parts.all(Part.class)
                    .get(0)
                    .source()
                    .refuse(
                            0,
                            "",
                            InventoryRule.MODEL_INVALID,
                            "together with the files beside it: " + e.getMessage(),
                            "correct what the files state, or read them apart",
                            e);
        }
        notes.addAll(assembly.notes());
    }

    Inventory inventory() {
        return new Inventory(machines.build(), files.build(), notes.build());
    }
}
