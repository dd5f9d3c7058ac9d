package io.virtstack.inventory.ovf;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Element;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/** The items of one machine's virtual hardware, in one deployment option. */
final class VirtualHardwareSection {
    private static final int CPU = 3;
    private static final int MEMORY = 4;
    private static final int FLOPPY = 14;
    private static final int CD = 15;
    private static final int DVD = 16;
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
        List<Optional<Long>> cpus = new ArrayList<>();
        List<Optional<DataSize>> memory = new ArrayList<>();
        for (Element item : items()) {
            switch (resourceType(item)) {
                case CPU -> cpus.add(cpus(item));
                case MEMORY -> memory.add(memory(item));
                case FLOPPY, CD, DVD -> {}
                case DISK, LOGICAL_DISK -> hardware.disk(disk(item));
                default -> diskId(item).ifPresent(id -> hardware.disk(disks.disk(id, item)));
            }
        }
        sum(cpus, Math::addExact, "no number of processors: unknown")
                .map(Math::toIntExact)
                .ifPresent(hardware::vcpus);
        sum(memory, DataSize::plus, "no amount of memory: unknown").ifPresent(hardware::memory);
        return hardware.build();
    }

    /** {@return the sum, unknown as soon as a part is} */
    private <T> Optional<T> sum(List<Optional<T>> parts, BinaryOperator<T> plus, String gap) {
        Optional<T> sum = parts.stream()
                .reduce((a, b) -> a.flatMap(first -> b.map(second -> plus.apply(first, second))))
                .flatMap(Function.identity());
        if (sum.isEmpty()) {
            section.note(gap);
        }
        return sum;
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
        return quantity(item).map(text -> cpus(text, item)).or(() -> product(item));
    }

    private static long cpus(String text, Element item) {
        if (!text.matches("\\d{1,6}") || Long.parseLong(text) < 1 || Long.parseLong(text) > MOST_CPUS) {
            throw item.refuse("'" + text + "' processors", "write a whole number from 1 to " + MOST_CPUS);
        }
        return Long.parseLong(text);
    }

    /** What oVirt states in place of a quantity. */
    private static Optional<Long> product(Element item) {
        return Stream.of("num_of_sockets", "cpu_per_socket", "threads_per_cpu")
                .flatMap(level -> item.childText(level).stream())
                .map(text -> cpus(text, item))
                .reduce((outer, inner) -> cpus(String.valueOf(outer * inner), item));
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
        Optional<String> id = diskId(item);
        if (id.isPresent()) {
            return disks.disk(id.get(), item);
        }
        Optional<DataSize> size =
                unit(item).flatMap(unit -> quantity(item).map(text -> AllocationUnit.bytes(text, unit, item)));
        if (size.isEmpty()) {
            item.note("a disk of which no size is stated");
        }
        return new VirtualDisk.Thin(size, Optional.empty());
    }

    private Optional<String> diskId(Element item) {
        return item.childText("HostResource").flatMap(disks::id);
    }
}
