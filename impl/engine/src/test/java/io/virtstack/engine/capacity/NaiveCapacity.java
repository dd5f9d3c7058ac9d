package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of capacity: put one more copy there, ask the oracle what all costs, until the rule refuses.
 *
 * @param placed the stack with so many more copies
 * @param rule when the hardware counts as full
 */
record NaiveCapacity(Placed placed, AdmissionRule rule) {
    private static final int MANY = 12;

    /** How many fit, and which limits the next would exceed; empty when more fit than anybody would count. */
    record Answer(int copies, Set<Limit> binding) {}

    Optional<Answer> answer() {
        for (int copies = 0; copies < MANY; copies++) {
            Set<Limit> exceeded = exceeded(copies + 1);
            if (!exceeded.isEmpty()) {
                return Optional.of(new Answer(copies, exceeded));
            }
        }
        return Optional.empty();
    }

    private Set<Limit> exceeded(int copies) {
        ImmutableSet.Builder<Limit> exceeded = ImmutableSet.builder();
        List<Layer> way = placed.with(copies);
        List<String> names = new ArrayList<>();
        boolean running = true;
        for (Layer layer : way) {
            names.add(layer.name());
            LayerPath path = new LayerPath(ImmutableList.copyOf(names));
            if (layer instanceof Hardware hardware) {
                exceeded.addAll(ofHardware(path, hardware));
            } else if (layer instanceof GuestOS guest) {
                running &= guest.running();
                exceeded.addAll(ofGuest(path, guest, running));
            }
        }
        return exceeded.build();
    }

    private List<Limit> ofHardware(LayerPath path, Hardware hardware) {
        List<Limit> exceeded = new ArrayList<>();
        Optional<Long> storage = hardware.storage().stream()
                .map(Storage::size)
                .map(DataSize::bytes)
                .reduce(Math::addExact);
        Optional<Long> memory = hardware.memoryCapacity()
                .map(has -> limit(has.bytes(), rule.memoryReserve().bytes(), rule.memoryOvercommit()));
        Optional<Long> cpu = hardware.cores()
                .map(cores -> limit(1000L * cores, rule.cpuReserve().millis(), rule.cpuOvercommit()));
        Optional<Long> disk = storage.map(has -> limit(has, rule.diskReserve().bytes(), rule.diskOvercommit()));
        hold(path, hardware, rule.accounting(), memory, cpu, disk, exceeded);
        return exceeded;
    }

    /** A machine has to hold what is demanded in it, and what is set aside if the rule is about that; a stopped one its disk. */
    private List<Limit> ofGuest(LayerPath path, GuestOS guest, boolean running) {
        List<Limit> exceeded = new ArrayList<>();
        VirtualHardware machine =
                guest.machine().orElse(VirtualHardware.builder().build());
        HostOS inner = HostOS.builder("system")
                .runsAll(guest.runs())
                .build()
                .withDisk(guest.disk())
                .withMemory(guest.memory())
                .withCpu(guest.cpu());
        Hardware inside = Hardware.builder("inside").runs(inner).build();
        Optional<Long> memory = machine.memory().map(DataSize::bytes).filter(has -> running);
        Optional<Long> cpu = machine.vcpus().map(count -> 1000L * count).filter(has -> running);
        boolean sizesKnown =
                machine.disks().stream().allMatch(disk -> disk.size().isPresent());
        Optional<Long> disk = machine.disks().stream()
                .flatMap(one -> one.size().stream())
                .map(DataSize::bytes)
                .reduce(Math::addExact)
                .filter(size -> sizesKnown);
        hold(path, inside, Accounting.DEMANDED, memory, cpu, disk, exceeded);
        if (rule.accounting() == Accounting.ALLOCATED) {
            Optional<Long> memoryToGive = memory.map(has -> limit(has, 0, rule.memoryOvercommit()));
            Optional<Long> cpuToGive = cpu.map(has -> limit(has, 0, rule.cpuOvercommit()));
            hold(path, inside, Accounting.ALLOCATED, memoryToGive, cpuToGive, Optional.empty(), exceeded);
        }
        return exceeded;
    }

    private static void hold(
            LayerPath path,
            Hardware machine,
            Accounting accounting,
            Optional<Long> memory,
            Optional<Long> cpu,
            Optional<Long> disk,
            List<Limit> exceeded) {
        Footprint costs = Oracle.footprint(ImmutableList.of(machine));
        hold(path, costs, Resource.MEMORY, accounting, memory, exceeded);
        hold(path, costs, Resource.CPU, accounting, cpu, exceeded);
        hold(path, costs, Resource.DISK, accounting, disk, exceeded);
    }

    private static void hold(
            LayerPath path,
            Footprint costs,
            Resource resource,
            Accounting accounting,
            Optional<Long> limit,
            List<Limit> exceeded) {
        long amount = costs.total(resource.figure(accounting)).amount();
        limit.filter(most -> amount > most).ifPresent(most -> exceeded.add(new Limit(path, resource, most)));
    }

    private static long limit(long capacity, long reserve, Ratio overcommit) {
        return BigInteger.valueOf(Math.max(0, capacity - reserve))
                .multiply(BigInteger.valueOf(overcommit.numerator()))
                .divide(BigInteger.valueOf(overcommit.denominator()))
                .longValueExact();
    }
}
