package io.virtstack.migration;

import com.google.common.collect.ImmutableMap;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Violation;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns virtual machines into containers.
 *
 * <p>Guests and hypervisors go; a daemon comes, and a host operating system where none stood. Applications and their limits
 * stay as they are; what ran in a stopped machine becomes stopped containers. Containers that ran in machines move to the new
 * daemon, nested machines likewise. What ran directly on a guest becomes an image for the guest's family of operating systems.
 * Layers that stand beside a hypervisor stay where they are.
 *
 * <p>Volumes carry over. Those of one name in different machines hold different data, so each stays apart: a volume that one
 * application copy of a machine uses becomes that copy's own, one that several use is named after its machine, with a number
 * where several machines are called the same. Copies of a machine are told apart likewise, so the result grows with them; more
 * than 10,000 such copies are refused.
 *
 * <p>Virtual disks go with their machines; what lies on them is carried over as far as layers and volumes state it. Image layers
 * that were in separate stores come together in the daemon's: if one is stated with two sizes, the engine's check says so.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Containerization {
    private final HostOS hostOS;
    private final DockerDaemon daemon;
    private final ImmutableMap<Userland, DataSize> userlands;

    Containerization(HostOS hostOS, DockerDaemon daemon, ImmutableMap<Userland, DataSize> userlands) {
        this.hostOS = hostOS;
        this.daemon = daemon;
        this.userlands = userlands;
    }

    /**
     * {@return this way, with a base image for what ran directly on guests of a distribution}
     *
     * <p>A container brings the userland of its distribution along, without the kernel. Unless stated it is taken as empty.
     * Binaries that are an image already have theirs.
     *
     * @param distribution as the guests state it, for example {@code debian}
     * @param version as the guests state it, for example {@code 12}
     * @param size what the base image takes
     * @throws IllegalArgumentException if it is negative
     */
    public Containerization withUserland(String distribution, String version, DataSize size) {
        if (size.bytes() < 0) {
            throw new IllegalArgumentException("userland of " + size + " is negative; state a size from 0 B");
        }
        ImmutableMap<Userland, DataSize> more = ImmutableMap.<Userland, DataSize>builder()
                .putAll(userlands)
                .put(new Userland(distribution, version), size)
                .buildKeepingLast();
        return new Containerization(hostOS, daemon, more);
    }

    /**
     * {@return the machine with containers in the place of virtual machines}
     *
     * @param machine a stack; without a hypervisor it is returned as it is
     * @throws InvalidModelException with all the reasons, if a guest is of another operating-system family or architecture
     *     than its new host, or if too many machines have volumes that their applications share
     * @throws io.virtstack.quantity.OverflowException if more than 2³¹ − 1 copies of an image come together
     */
    public Hardware containerize(Hardware machine) {
        Set<Violation> refusals = new LinkedHashSet<>();
        VolumeNames names = new VolumeNames(machine, daemon);
        GuestContents fromBareMetal = new GuestContents(userlands, hostOS, machine, names, refusals::add);
        Copies<RunsOnHardware> runs = new Copies<>();
        machine.runs().forEachEntry((layer, copies) -> {
            if (layer instanceof HostOS host) {
                runs.add(containerize(host, machine, names, refusals::add), copies);
            } else if (layer instanceof BareMetalHypervisor hypervisor) {
                fromBareMetal.take(hypervisor, copies);
            }
        });
        if (!refusals.isEmpty()) {
            throw new InvalidModelException(refusals);
        }
        boolean bareMetal = machine.runs().elementSet().stream().anyMatch(Hypervisor.class::isInstance);
        if (bareMetal) {
            runs.add(hostOS.withRuns(with(hostOS, fromBareMetal)), 1);
        }
        return machine.withRuns(runs.toMultiset());
    }

    private HostOS containerize(HostOS host, Hardware machine, VolumeNames names, Consumer<Violation> refusals) {
        GuestContents contents = new GuestContents(userlands, host, machine, names, refusals);
        Copies<RunsOnOperatingSystem> stay = new Copies<>();
        host.runs().forEachEntry((layer, copies) -> {
            if (layer instanceof HostedHypervisor hypervisor) {
                contents.take(hypervisor, copies);
            } else {
                stay.add(layer, copies);
            }
        });
        boolean hosted = host.runs().elementSet().stream().anyMatch(Hypervisor.class::isInstance);
        return hosted ? host.withRuns(with(host.withRuns(stay.toMultiset()), contents)) : host;
    }

    private Iterable<RunsOnOperatingSystem> with(HostOS host, GuestContents contents) {
        Copies<RunsOnOperatingSystem> runs = new Copies<>();
        host.runs().forEachEntry(runs::add);
        runs.add(contents.on(daemon), 1);
        return runs.toMultiset();
    }
}
