package io.virtstack.inventory.libvirt;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Element;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * The memory of a domain. What {@code <memory>} states includes memory devices; where there are cells of a virtual NUMA
 * topology, they and the devices add up to it, whatever it states. {@code <maxMemory>} is what could be plugged in.
 */
final class DomainMemory {
    private final Element domain;

    DomainMemory(Element domain) {
        this.domain = domain;
    }

    Optional<DataSize> read() {
        Optional<Element> stated =
                domain.child("memory").filter(memory -> !memory.text().matches("0+"));
        if (stated.isEmpty()) {
            return sumOfParts();
        }
        Optional<DataSize> memory = ScaledInteger.of(stated.get());
        domain.child("currentMemory").ifPresent(current -> noteBalloon(current, memory));
        domain.child("maxMemory").ifPresent(most -> most.note("memory that can be plugged in is not set aside"));
        Optional<DataSize> parts = cells().isEmpty() ? Optional.empty() : sumOfParts();
        if (parts.isPresent() && !parts.equals(memory)) {
            stated.get()
                    .note("the cells and memory devices add up to " + parts.get()
                            + ", which libvirt takes in place of this");
            return parts;
        }
        return memory;
    }

    private ImmutableList<Element> cells() {
        return domain.child("cpu").flatMap(cpu -> cpu.child("numa")).stream()
                .flatMap(numa -> numa.children("cell").stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static void noteBalloon(Element current, Optional<DataSize> memory) {
        Optional<DataSize> balloon = ScaledInteger.of(current);
        if (!balloon.equals(memory)) {
            current.note("the balloon leaves the guest "
                    + balloon.map(DataSize::toString).orElse("all") + " for now; what it may use is set aside");
        }
    }

    private Optional<DataSize> sumOfParts() {
        ImmutableList<Element> cells = cells();
        if (cells.isEmpty()) {
            domain.note("no <memory>, or 0: the memory is unknown");
            return Optional.empty();
        }
        Optional<DataSize> sum = Optional.of(DataSize.ZERO);
        for (Element cell : cells) {
            sum = plus(sum, cellMemory(cell));
        }
        for (Element device : domain.child("devices").stream()
                .flatMap(devices -> devices.children("memory").stream())
                .toList()) {
            sum = plus(
                    sum,
                    device.child("target")
                            .flatMap(target -> target.child("size"))
                            .flatMap(ScaledInteger::of));
        }
        return sum;
    }

    private static Optional<DataSize> cellMemory(Element cell) {
        return cell.attribute("memory")
                .flatMap(amount ->
                        ScaledInteger.of(cell, amount, cell.attribute("unit").orElse("KiB")));
    }

    private static Optional<DataSize> plus(Optional<DataSize> sum, Optional<DataSize> part) {
        return sum.flatMap(known -> part.map(known::plus));
    }
}
