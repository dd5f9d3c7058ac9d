package io.virtstack.inventory.json;

import io.virtstack.inventory.document.Node;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** Reads what a hypervisor sets aside for a machine. */
final class VirtualHardwareReader {
    private VirtualHardwareReader() {}

    static VirtualHardware read(Node node) {
        Members members = new Members(node);
        VirtualHardware.Builder machine = VirtualHardware.builder();
        members.positive("vcpus").ifPresent(machine::vcpus);
        members.bytes("memoryBytes").ifPresent(machine::memory);
        members.list("disks").forEach(disk -> machine.disk(disk(disk)));
        return members.build(machine::build);
    }

    private static VirtualDisk disk(Node node) {
        Members members = new Members(node);
        Node kind = members.get("kind");
        Optional<DataSize> size = members.bytes("bytes");
        return switch (kind.text()) {
            case "thick" -> members.build(() -> new VirtualDisk.Thick(size));
            case "thin" -> {
                Optional<DataSize> actual = members.bytes("actualBytes");
                yield members.build(() -> new VirtualDisk.Thin(size, actual));
            }
            case "linked-clone" -> {
                String base = members.getText("base");
                Optional<DataSize> baseSize = members.bytes("baseBytes");
                Optional<DataSize> delta = members.bytes("deltaBytes");
                yield members.build(() -> new VirtualDisk.LinkedClone(size, base, baseSize, delta));
            }
            default -> throw kind.refuse("'" + kind.text() + "'", "write one of thick, thin, linked-clone");
        };
    }
}
