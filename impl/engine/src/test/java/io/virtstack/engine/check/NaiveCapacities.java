package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.engine.Standing;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import io.virtstack.quantity.Ratio;
import io.virtstack.violation.Rule;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** What machines have against what the oracle says is in them. */
final class NaiveCapacities {
    private final AdmissionRule rule;
    private final Set<Finding> findings = new LinkedHashSet<>();

    private NaiveCapacities(AdmissionRule rule) {
        this.rule = rule;
    }

    static Set<Finding> findings(Hardware machine, AdmissionRule rule) {
        NaiveCapacities capacities = new NaiveCapacities(rule);
        capacities.addHardware(machine);
        Standing.all(machine).forEach(standing -> {
            if (standing.layer() instanceof GuestOS guest) {
                capacities.addGuest(standing, guest);
            }
        });
        return capacities.findings;
    }

    private void addHardware(Hardware machine) {
        boolean demanded = rule.accounting() == Accounting.DEMANDED;
        BigInteger memory = amount(machine, demanded ? Figure.MEMORY : Figure.ALLOCATED_MEMORY);
        BigInteger cpu = amount(machine, demanded ? Figure.CPU : Figure.ALLOCATED_CPU);
        String place = machine.name();
        machine.memoryCapacity()
                .filter(capacity ->
                        exceeds(memory, capacity.bytes(), rule.memoryReserve().bytes(), rule.memoryOvercommit()))
                .ifPresent(capacity -> findings.add(new Finding(place, Rule.MEMORY_CAPACITY)));
        machine.cores()
                .filter(cores -> exceeds(cpu, 1000L * cores, rule.cpuReserve().millis(), rule.cpuOvercommit()))
                .ifPresent(cores -> findings.add(new Finding(place, Rule.CPU_CAPACITY)));
        long storage = machine.storage().stream()
                .map(Storage::size)
                .mapToLong(DataSize::bytes)
                .reduce(0, (sum, size) -> Exact.add(sum, size, "disks"));
        if (!machine.storage().isEmpty()
                && exceeds(
                        amount(machine, Figure.DISK),
                        storage,
                        rule.diskReserve().bytes(),
                        rule.diskOvercommit())) {
            findings.add(new Finding(place, Rule.DISK_CAPACITY));
        }
    }

    private void addGuest(Standing standing, GuestOS guest) {
        if (guest.machine().isEmpty()) {
            return;
        }
        Hardware inside = inside(guest);
        String place = standing.path().toString();
        ImmutableList<VirtualDisk> disks = guest.machine().get().disks();
        boolean sizesKnown = disks.stream().allMatch(disk -> disk.size().isPresent());
        long bytes = disks.stream()
                .flatMap(disk -> disk.size().stream())
                .mapToLong(DataSize::bytes)
                .reduce(0, (sum, size) -> Exact.add(sum, size, "disks"));
        add(
                !disks.isEmpty() && sizesKnown && exceeds(amount(inside, Figure.DISK), bytes, 0, Ratio.ONE),
                place,
                Rule.CONTENTS);
        if (standing.running()) {
            Optional<Long> memory = guest.machine().get().memory().map(DataSize::bytes);
            Optional<Long> cpu = guest.machine().get().vcpus().map(vcpus -> 1000L * vcpus);
            boolean memoryFits = fits(inside, memory, Figure.MEMORY, Ratio.ONE);
            boolean setAside = rule.accounting() == Accounting.ALLOCATED;
            boolean cpuFits = fits(inside, cpu, Figure.CPU, Ratio.ONE);
            add(!memoryFits, place, Rule.MEMORY_DEMAND);
            add(!cpuFits, place, Rule.CPU_DEMAND);
            add(
                    setAside && memoryFits && !fits(inside, memory, Figure.ALLOCATED_MEMORY, rule.memoryOvercommit()),
                    place,
                    Rule.MEMORY_CAPACITY);
            add(
                    setAside && cpuFits && !fits(inside, cpu, Figure.ALLOCATED_CPU, rule.cpuOvercommit()),
                    place,
                    Rule.CPU_CAPACITY);
        }
    }

    /** What is set aside in a machine is only of interest when what is demanded in it fits. */
    private void add(boolean isBroken, String place, Rule broken) {
        if (isBroken) {
            findings.add(new Finding(place, broken));
        }
    }

    private static boolean fits(Hardware inside, Optional<Long> has, Figure.Sum<?> figure, Ratio overcommit) {
        return has.filter(amount -> exceeds(amount(inside, figure), amount, 0, overcommit))
                .isEmpty();
    }

    private static Hardware inside(GuestOS guest) {
        HostOS system = HostOS.builder("system")
                .runsAll(guest.runs())
                .build()
                .withDisk(guest.disk())
                .withMemory(guest.memory())
                .withCpu(guest.cpu());
        return Hardware.builder("inside").runs(system).build();
    }

    /** Nothing where a store contradicts itself: there is no disk figure to hold against anything then. */
    private static BigInteger amount(Hardware machine, Figure.Sum<?> figure) {
        try {
            return Arrays.stream(Category.values())
                    .map(category -> Oracle.ofKind(ImmutableList.of(machine), figure, category))
                    .map(total -> BigInteger.valueOf(total.amount()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
        } catch (Oracle.NoFigure contradiction) {
            return BigInteger.ZERO;
        }
    }

    /** More than (capacity − reserve) × over-commit, where nothing can be less than nothing. */
    private static boolean exceeds(BigInteger amount, long capacity, long reserve, Ratio overcommit) {
        BigInteger left = BigInteger.valueOf(Math.max(0, capacity - reserve));
        return amount.multiply(BigInteger.valueOf(overcommit.denominator()))
                        .compareTo(left.multiply(BigInteger.valueOf(overcommit.numerator())))
                > 0;
    }
}
