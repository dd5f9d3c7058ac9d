package io.virtstack.inventory.json;

import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Tree;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** Reads what a hypervisor sets aside for a machine. */
final class VirtualHardwareReader {
    private VirtualHardwareReader() {}

    static VirtualHardware read(Tree tree) {
        Members members = new Members(tree);
        VirtualHardware.Builder machine = VirtualHardware.builder();
        members.positive("vcpus").ifPresent(machine::vcpus);
        members.bytes("memoryBytes").ifPresent(machine::memory);
        members.list("disks").forEach(disk -> machine.disk(disk(disk)));
        return members.build(machine::build);
    }

    private static VirtualDisk disk(Tree tree) {
        Members members = new Members(tree);
        Tree kind = members.get("kind");
        Optional<DataSize> size = members.bytes("bytes");
        return switch (kind.text()) {
            case "thick" -> members.build(() -> new VirtualDisk.Thick(size));
            case "thin" -> {
                Optional<DataSize> actual = members.bytes("actualBytes");
                yield members.build(() -> new VirtualDisk.Thin(size, actual));
            }
            case "linked-clone" -> {
                String base = members.get("base").text();
                Optional<DataSize> baseSize = members.bytes("baseBytes");
                Optional<DataSize> delta = members.bytes("deltaBytes");
                yield members.build(() -> new VirtualDisk.LinkedClone(size, base, baseSize, delta));
            }
            default ->
                throw kind.refuse(
                        InventoryRule.JSON_FORM, "'" + kind.text() + "'", "write one of thick, thin, linked-clone");
        };
    }
}
