package io.virtstack.inventory.ovf;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Element;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.quantity.DataSize;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The disks of a descriptor by their ids, with the disks that they hold only the differences from. */
final class OvfDisks {
    private static final String PATH = "disk/";

    private final Map<String, Element> disks = new LinkedHashMap<>();
    private final Set<Element> used = new HashSet<>();
    private final Properties properties;

    OvfDisks(Element envelope, Properties properties) {
        this.properties = properties;
        Sections.all(envelope, "DiskSection").forEach(section -> add(section.children("Disk")));
        Sections.all(envelope, "SharedDiskSection").forEach(section -> {
            add(section.children("SharedDisk"));
            section.note("disks that are shared by machines are counted for each");
        });
    }

    private void add(ImmutableList<Element> stated) {
        for (Element disk : stated) {
            String id = disk.attribute("diskId").orElseThrow(() -> disk.refuse("no ovf:diskId", "give the disk an id"));
            if (disks.putIfAbsent(id, disk) != null) {
                throw disk.refuse("the diskId '" + id + "' again", "give each disk an id of its own");
            }
        }
    }

    /** Notes the disks that no item names, and that none which is named is based on. */
    void noteUnused() {
        disks.forEach((id, disk) -> {
            if (!used.contains(disk)) {
                disk.note("no machine has the disk '" + id + "'; left out");
            }
        });
    }

    Properties properties() {
        return properties;
    }

    /** {@return the id of the disk that a resource refers to, by {@code ovf:/disk/id} or, as oVirt does, by its file} */
    Optional<String> id(String resource) {
        int at = resource.indexOf(PATH);
        return at >= 0
                ? Optional.of(resource.substring(at + PATH.length()))
                : disks.entrySet().stream()
                        .filter(disk -> disk.getValue()
                                .attribute("fileRef")
                                .filter(resource::equals)
                                .isPresent())
                        .map(Map.Entry::getKey)
                        .findFirst();
    }

    /** {@return the disk that an item of virtual hardware names} */
    VirtualDisk disk(String id, Element item) {
        Element disk = disks.get(id);
        if (disk == null) {
            throw item.refuse("no disk '" + id + "' in the descriptor", "list the disk in its <DiskSection>");
        }
        Optional<DataSize> size = capacity(disk);
        Set<Element> above = new LinkedHashSet<>();
        Element base = disk;
        while (base.attribute("parentRef").isPresent()) {
            if (!above.add(base)) {
                throw base.refuse("a parentRef in a circle", "let each chain of disks end in one without parentRef");
            }
            base = parent(base);
        }
        used.addAll(above);
        used.add(base);
        if (above.isEmpty()) {
            return new VirtualDisk.Thin(size, populated(disk));
        }
        Optional<DataSize> delta = Optional.of(DataSize.ZERO);
        for (Element part : above) {
            delta = delta.flatMap(sum -> populated(part).map(sum::plus));
        }
        return new VirtualDisk.LinkedClone(size, base.attribute("diskId").orElse(""), populated(base), delta);
    }

    private Element parent(Element disk) {
        String id = disk.attribute("parentRef").orElse("");
        Element parent = disks.get(id);
        if (parent == null) {
            throw disk.refuse("the parentRef '" + id + "' of no disk", "list the parent in the same <DiskSection>");
        }
        return parent;
    }

    private Optional<DataSize> capacity(Element disk) {
        Optional<String> stated = disk.attribute("capacity").flatMap(properties::resolve);
        if (stated.isEmpty()) {
            disk.note(disk.attribute("size")
                    .map(size -> "the size of " + size + " GiB is rounded: the capacity is unknown")
                    .orElse("the capacity is stated nowhere: unknown"));
        }
        return stated.map(quantity -> AllocationUnit.bytes(
                quantity, disk.attribute("capacityAllocationUnits").orElse("byte"), disk));
    }

    /** {@return what a disk holds; one that refers to no file is empty} */
    private static Optional<DataSize> populated(Element disk) {
        Optional<String> stated = disk.attribute("populatedSize");
        if (stated.isEmpty() && disk.attribute("fileRef").isEmpty()) {
            return Optional.of(DataSize.ZERO);
        }
        return stated.map(quantity -> AllocationUnit.bytes(quantity, "byte", disk));
    }
}
