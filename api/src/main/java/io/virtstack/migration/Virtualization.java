package io.virtstack.migration;

import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.quantity.Exact;
import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;

/**
 * Turns containers into virtual machines: each container becomes a machine of its own, from a template.
 *
 * <p>Daemons go; a hypervisor comes, which takes the place of the host operating system too if it is a bare-metal one.
 * Applications, their limits and their volumes stay as they are: a volume that containers shared is on the disk of each of their
 * machines, and what a container has written on top of its image stays stated, but takes nothing until it is a container
 * again, because a machine has no such bytes apart from its disk. A stopped container becomes a stopped machine. Containers
 * that ran in a machine become machines beside it, and the machine goes if nothing else runs in it. Images that no container
 * runs are left behind.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class Virtualization {
    private final Hypervisor hypervisor;
    private final GuestOS template;

    Virtualization(Hypervisor hypervisor, GuestOS template) {
        this.hypervisor = hypervisor;
        this.template = template;
    }

    /**
     * {@return the machine with virtual machines in the place of containers}
     *
     * @param machine a stack; without a daemon it is returned as it is
     * @throws InvalidModelException with all the reasons, if the template is of another operating-system family than an
     *     image or of another architecture than the hardware, or if a host operating system that has to go runs more than
     *     daemons
     * @throws io.virtstack.quantity.OverflowException if more than 2³¹ − 1 copies of a machine come together
     */
    public Hardware virtualize(Hardware machine) {
        ContainersAsGuests guests = new ContainersAsGuests(template, machine);
        Copies<GuestOS> onBareMetal = new Copies<>();
        Copies<RunsOnHardware> runs = new Copies<>();
        machine.runs().forEachEntry((layer, copies) -> {
            if (layer instanceof HostOS host) {
                virtualize(host, copies, guests, onBareMetal, runs);
            } else if (layer instanceof BareMetalHypervisor existing) {
                runs.add((BareMetalHypervisor) guests.beside(existing), copies);
            }
        });
        if (!onBareMetal.isEmpty() && hypervisor instanceof BareMetalHypervisor bareMetal) {
            bareMetal.runs().forEachEntry(onBareMetal::add);
            runs.add(bareMetal.withRuns(onBareMetal.toMultiset()), 1);
        }
        guests.orThrow();
        return machine.withRuns(runs.toMultiset());
    }

    private void virtualize(
            HostOS host,
            long copies,
            ContainersAsGuests guests,
            Copies<GuestOS> onBareMetal,
            Copies<RunsOnHardware> runs) {
        Copies<GuestOS> machines = new Copies<>();
        Copies<RunsOnOperatingSystem> stay = new Copies<>();
        host.runs().forEachEntry((layer, count) -> {
            if (layer instanceof DockerDaemon daemon) {
                guests.addAll(daemon, count, true, machines);
            } else if (layer instanceof HostedHypervisor existing) {
                stay.add((HostedHypervisor) guests.beside(existing), count);
            } else {
                stay.add(layer, count);
            }
        });
        if (hypervisor instanceof HostedHypervisor hosted) {
            if (!machines.isEmpty()) {
                hosted.runs().forEachEntry(machines::add);
                stay.add(hosted.withRuns(machines.toMultiset()), 1);
            }
            runs.add(host.withRuns(stay.toMultiset()), copies);
        } else if (machines.isEmpty()) {
            runs.add(host.withRuns(stay.toMultiset()), copies);
        } else if (stay.isEmpty()) {
            machines.toMultiset()
                    .forEachEntry((guest, count) ->
                            onBareMetal.add(guest, Exact.multiply(copies, count, "copies of " + guest)));
        } else {
            guests.refuse(new Violation(
                    host.name(),
                    Rule.MIGRATION_PLACE,
                    "the host operating system runs more than daemons: "
                            + stay.toMultiset().elementSet(),
                    "choose a hosted hypervisor, or move the rest into containers first"));
        }
    }
}
