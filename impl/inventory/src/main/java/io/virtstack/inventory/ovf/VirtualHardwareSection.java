package io.virtstack.inventory.ovf;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Element;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** The items of one machine's virtual hardware, in one deployment option. */
final class VirtualHardwareSection {
    private static final int CPU = 3;
    private static final int MEMORY = 4;
    private static final int DISK = 17;
    private static final int LOGICAL_DISK = 31;
    private static final int MOST_CPUS = 1 << 16;

    private final Element section;
    private final Configuration configuration;
    private final OvfDisks disks;

    VirtualHardwareSection(Element section, Configuration configuration, OvfDisks disks) {
        this.section = section;
        this.configuration = configuration;
        this.disks = disks;
    }

    VirtualHardware read() {
        VirtualHardware.Builder hardware = VirtualHardware.builder();
        Optional<Long> cpus = Optional.empty();
        Optional<DataSize> memory = Optional.empty();
        ImmutableList<Element> items = items();
        for (Element item : items) {
            switch (resourceType(item)) {
                case CPU -> cpus = sum(cpus, cpus(item), Math::addExact);
                case MEMORY -> memory = sum(memory, memory(item), DataSize::plus);
                case DISK, LOGICAL_DISK -> hardware.disk(disk(item));
                default -> {}
            }
        }
        if (cpus.isEmpty()) {
            section.note("no number of processors: unknown");
        }
        if (memory.isEmpty()) {
            section.note("no amount of memory: unknown");
        }
        cpus.map(Math::toIntExact).ifPresent(hardware::vcpus);
        memory.ifPresent(hardware::memory);
        return hardware.build();
    }

    private static <T> Optional<T> sum(Optional<T> first, Optional<T> second, BinaryOperator<T> plus) {
        return first.isEmpty()
                ? second
                : first.map(a -> second.map(b -> plus.apply(a, b)).orElse(a));
    }

    /** {@return the items that count: of those with the same id the one that names the deployment option, and no bounds} */
    private ImmutableList<Element> items() {
        Map<String, Element> items = new LinkedHashMap<>();
        for (Element item : section.children()) {
            boolean known = item.is("Item") || item.is("StorageItem") || item.is("EthernetPortItem");
            if (!known || !configuration.has(item)) {
                continue;
            }
            String bound = item.attribute("bound").orElse("normal");
            if (!bound.equals("normal")) {
                item.note("a bound (" + bound + ") and no figure; left out");
                continue;
            }
            String id = item.childText("InstanceID")
                    .or(() -> item.childText("InstanceId"))
                    .orElse("line " + item.line());
            Element before = items.get(id);
            if (before == null || configuration.isSpecial(item)) {
                items.put(id, item);
            } else if (!configuration.isSpecial(before)) {
                items.put(id + " line " + item.line(), item);
            }
        }
        return ImmutableList.copyOf(items.values());
    }

    private static int resourceType(Element item) {
        String type = item.childText("ResourceType")
                .orElseThrow(() -> item.refuse("no <ResourceType>", "state the type of the resource"));
        if (!type.matches("\\d{1,6}")) {
            throw item.refuse("the resource type '" + type + "'", "write its number");
        }
        return Integer.parseInt(type);
    }

    private Optional<String> quantity(Element item) {
        return item.childText("VirtualQuantity").flatMap(disks.properties()::resolve);
    }

    private Optional<Long> cpus(Element item) {
        return quantity(item).map(text -> {
            if (!text.matches("\\d{1,6}") || Long.parseLong(text) < 1 || Long.parseLong(text) > MOST_CPUS) {
                throw item.refuse("'" + text + "' processors", "write a whole number from 1 to " + MOST_CPUS);
            }
            return Long.parseLong(text);
        });
    }

    /** Version 2 may state a unit of the quantity's own; the other one is then that of reservation and limit. */
    private static Optional<String> unit(Element item) {
        return item.childText("VirtualQuantityUnits")
                .filter(unit -> !unit.equals("count"))
                .or(() -> item.childText("AllocationUnits"));
    }

    private Optional<DataSize> memory(Element item) {
        Optional<String> unit = unit(item);
        Optional<String> quantity = quantity(item);
        if (unit.isEmpty() && quantity.isPresent()) {
            item.note("no unit of memory: MiB are assumed");
        }
        return quantity.map(text -> AllocationUnit.bytes(text, unit.orElse("byte * 2^20"), item));
    }

    private VirtualDisk disk(Element item) {
        String resource = item.childText("HostResource").orElse("");
        int at = resource.indexOf("disk/");
        if (at >= 0) {
            return disks.disk(resource.substring(at + "disk/".length()), item);
        }
        Optional<DataSize> size =
                unit(item).flatMap(unit -> quantity(item).map(text -> AllocationUnit.bytes(text, unit, item)));
        if (size.isEmpty()) {
            item.note("a disk of which no size is stated");
        }
        return new VirtualDisk.Thin(size, Optional.empty());
    }
}
