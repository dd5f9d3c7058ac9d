package io.virtstack.inventory.host;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.Hardware;
import io.virtstack.machine.Storage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * {@code lsblk -J}, as a tree, as a list ({@code -l}) or inverse ({@code -s}), with any columns.
 *
 * <p>Storage devices are the built-in disks: no partitions and volumes on them, no RAM, loop and removable devices, and a disk
 * with several paths once. Without {@code -b} sizes are rounded and therefore unknown. Since a total over some of the disks
 * would look like one over all, the storage is unknown as soon as one size is.
 */
public final class Lsblk implements Format {
    private static final String DEVICES = "blockdevices";

    @Override
    public String kind() {
        return "lsblk";
    }

    @Override
    public boolean oncePerMachine() {
        return true;
    }

    @Override
    public boolean recognises(Source source) {
        return TextDocuments.jsonObject(source)
                .flatMap(root -> root.find(DEVICES))
                .filter(Node::isSequence)
                .isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Node list = TextDocuments.onlyJson(source).get(DEVICES);
        Hardware.Builder hardware = Hardware.builder(MachineAssembly.UNNAMED);
        storage(list).ifPresent(hardware::storageAll);
        parts.add(new HardwareFacts(source, hardware.build()));
    }

    private static Optional<ImmutableList<Storage>> storage(Node list) {
        Multipaths multipaths = new Multipaths();
        ImmutableList<BlockDevice> disks = disks(list, multipaths);
        ImmutableList.Builder<Storage> storage = ImmutableList.builder();
        boolean complete = multipaths.areStated(disks);
        for (BlockDevice disk : disks) {
            if (multipaths.isKnown(disk)) {
                disk.note("another path to a disk that is counted already");
                continue;
            }
            Optional<Storage> device = disk.storage();
            device.ifPresent(storage::add);
            complete &= device.isPresent();
        }
        return complete ? Optional.of(storage.build()) : Optional.empty();
    }

    /** {@return the built-in disks by name, each once: an inverse tree repeats them} */
    private static ImmutableList<BlockDevice> disks(Node list, Multipaths multipaths) {
        Map<String, BlockDevice> disks = new LinkedHashMap<>();
        Deque<Node> open = new ArrayDeque<>(list.elements());
        list.elements().forEach(entry -> multipaths.add(new BlockDevice(entry.mapping())));
        boolean typed = open.isEmpty();
        while (!open.isEmpty()) {
            Node entry = open.pop().mapping();
            BlockDevice device = new BlockDevice(entry);
            for (Node child : entry.list("children")) {
                multipaths.add(device, new BlockDevice(child.mapping()));
                open.add(child);
            }
            typed |= entry.find("type").isPresent();
            if (device.isBuiltInDisk() && disks.putIfAbsent(device.name(), device) != null) {
                device.note("listed before, and counted once");
            }
        }
        if (!typed) {
            list.note("no column TYPE: which of the devices are disks is unknown; print it with -o +TYPE");
        }
        return ImmutableList.copyOf(disks.values());
    }
}
