package io.virtstack.engine.oracle;

import io.virtstack.footprint.Category;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import java.math.BigInteger;
import java.util.Optional;
import java.util.function.Function;

/** Memory, CPU and counts of one copy of a layer and all that stands on it. */
final class NaiveDemand {
    private NaiveDemand() {}

    static Tally memory(Place place) {
        return demanded(place, NaiveDemand::ownMemory, NaiveDemand::memoryOverhead);
    }

    static Tally cpu(Place place) {
        return demanded(place, NaiveDemand::ownCpu, NaiveDemand::cpuOverhead);
    }

    static Tally allocatedMemory(Place place) {
        return allocated(
                place,
                NaiveDemand::ownMemory,
                NaiveDemand::memoryOverhead,
                guest -> Tally.of(
                        Category.GUEST_OS,
                        guest.path(),
                        "memory of the machine",
                        machine(guest).memory().map(size -> size.bytes())),
                container -> Tally.of(
                        Category.APPLICATION,
                        container.path(),
                        "memory limit",
                        ((Application) container.layer()).memoryLimit().map(size -> size.bytes())));
    }

    static Tally allocatedCpu(Place place) {
        return allocated(
                place,
                NaiveDemand::ownCpu,
                NaiveDemand::cpuOverhead,
                guest -> Tally.of(
                        Category.GUEST_OS,
                        guest.path(),
                        "virtual CPUs of the machine",
                        machine(guest).vcpus().map(vcpus -> 1000L * vcpus)),
                container -> Tally.of(
                        Category.APPLICATION,
                        container.path(),
                        "CPU limit",
                        ((Application) container.layer()).cpuLimit().map(cpu -> cpu.millis())));
    }

    static Tally operatingSystems(Place place) {
        if (place.stopped()) {
            return new Tally();
        }
        Tally tally = new Tally();
        if (place.layer() instanceof HostOS || place.layer() instanceof GuestOS) {
            tally.add(Category.of(place.layer().kind()), BigInteger.ONE);
        }
        if (place.layer() instanceof BareMetalHypervisor hypervisor
                && hypervisor.controlSystem().isPresent()) {
            tally.add(Category.HYPERVISOR, BigInteger.ONE);
        }
        if (place.container() && ((DockerDaemon) place.below(2)).isolation() == Isolation.MICRO_VM) {
            tally.add(Category.DOCKER_DAEMON, BigInteger.ONE);
        }
        return withChildren(tally, place, NaiveDemand::operatingSystems);
    }

    static Tally virtualMachines(Place place) {
        Tally tally = new Tally();
        if (place.layer() instanceof GuestOS) {
            tally.add(Category.GUEST_OS, BigInteger.ONE);
        }
        return withChildren(tally, place, NaiveDemand::virtualMachines);
    }

    static Tally containers(Place place) {
        Tally tally = new Tally();
        if (place.container()) {
            tally.add(Category.APPLICATION, BigInteger.ONE);
        }
        return withChildren(tally, place, NaiveDemand::containers);
    }

    static Tally applications(Place place) {
        Tally tally = new Tally();
        if (place.layer() instanceof Application) {
            tally.add(Category.APPLICATION, BigInteger.ONE);
        }
        return withChildren(tally, place, NaiveDemand::applications);
    }

    private static Tally demanded(Place place, Function<Place, Tally> own, Function<Place, Tally> overhead) {
        if (place.stopped()) {
            return new Tally();
        }
        Tally tally = own.apply(place).plus(overhead.apply(place));
        return withChildren(tally, place, child -> demanded(child, own, overhead));
    }

    private static Tally allocated(
            Place place,
            Function<Place, Tally> own,
            Function<Place, Tally> overhead,
            Function<Place, Tally> machine,
            Function<Place, Tally> limit) {
        if (place.stopped()) {
            return new Tally();
        }
        if (place.layer() instanceof GuestOS) {
            return machine.apply(place).plus(overhead.apply(place));
        }
        if (place.container()) {
            return limit.apply(place).plus(overhead.apply(place));
        }
        return withChildren(own.apply(place), place, child -> allocated(child, own, overhead, machine, limit));
    }

    private static Tally withChildren(Tally tally, Place place, Function<Place, Tally> cost) {
        return place.children()
                .reduce(
                        tally,
                        (sum, child) -> sum.plus(cost.apply(child), BigInteger.valueOf(child.count())),
                        Tally::plus);
    }

    private static Tally ownMemory(Place place) {
        return own(place, "memory", layer -> layer.memory().map(size -> size.bytes()));
    }

    private static Tally ownCpu(Place place) {
        return own(place, "CPU", layer -> layer.cpu().map(cpu -> cpu.millis()));
    }

    private static Tally own(Place place, String what, Function<Demanding<?>, Optional<Long>> figure) {
        return place.layer() instanceof Demanding<?> layer
                ? Tally.of(Category.of(place.layer().kind()), place.path(), what, figure.apply(layer))
                : new Tally();
    }

    static Tally memoryOverhead(Place place) {
        Tally tally = new Tally();
        if (place.layer() instanceof GuestOS) {
            VmOverhead overhead = ((Hypervisor) place.below(1)).overhead();
            tally.add(Category.OVERHEAD, big(overhead.memory().bytes()));
            boolean missing = false;
            if (overhead.memoryPerVcpu().bytes() > 0) {
                missing = machine(place).vcpus().isEmpty();
                long vcpus = machine(place).vcpus().orElse(0);
                tally.add(
                        Category.OVERHEAD, big(overhead.memoryPerVcpu().bytes()).multiply(big(vcpus)));
            }
            if (overhead.bytesPerStartedMib() > 0) {
                missing |= machine(place).memory().isEmpty();
                BigInteger bytes =
                        big(machine(place).memory().map(size -> size.bytes()).orElse(0L));
                BigInteger startedMib = bytes.add(big((1 << 20) - 1)).divide(big(1 << 20));
                tally.add(Category.OVERHEAD, big(overhead.bytesPerStartedMib()).multiply(startedMib));
            }
            if (missing) {
                tally.miss(Category.OVERHEAD, place.path(), "memory overhead");
            }
        } else if (place.container()) {
            tally.add(
                    Category.OVERHEAD,
                    big(((DockerDaemon) place.below(2)).overhead().memory().bytes()));
        }
        return tally;
    }

    private static Tally cpuOverhead(Place place) {
        Tally tally = new Tally();
        if (place.layer() instanceof GuestOS) {
            tally.add(
                    Category.OVERHEAD,
                    big(((Hypervisor) place.below(1)).overhead().cpu().millis()));
        } else if (place.container()) {
            tally.add(
                    Category.OVERHEAD,
                    big(((DockerDaemon) place.below(2)).overhead().cpu().millis()));
        }
        return tally;
    }

    private static VirtualHardware machine(Place guest) {
        return ((GuestOS) guest.layer())
                .machine()
                .orElse(VirtualHardware.builder().build());
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
