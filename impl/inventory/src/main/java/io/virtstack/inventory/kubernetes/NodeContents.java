package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.VirtualHardware;
import java.util.LinkedHashMap;
import java.util.Map;

/** What stands on one node: containers by their images, and virtual machines. */
final class NodeContents {
    private static final String KVM = "kvm";

    private final ClusterNode facts;
    private final boolean assumed;
    private final Map<Binaries, ImmutableMultiset.Builder<Application>> containers = new LinkedHashMap<>();
    private final ImmutableMultiset.Builder<GuestOS> guests = ImmutableMultiset.builder();

    NodeContents(ClusterNode facts) {
        this(facts, false);
    }

    NodeContents(ClusterNode facts, boolean assumed) {
        this.facts = facts;
        this.assumed = assumed;
    }

    ClusterNode facts() {
        return facts;
    }

    /** {@return whether this is no node of the cluster, but where what has no place is put} */
    boolean isAssumed() {
        return assumed;
    }

    void addContainers(Binaries image, Application application, int copies) {
        containers.computeIfAbsent(image, none -> ImmutableMultiset.builder()).addCopies(application, copies);
    }

    void addMachines(Workload workload, KubeVirtMachine machine, VirtualHardware hardware) {
        GuestOS.Builder guest =
                GuestOS.builder(workload.key().label()).machine(hardware).running(workload.running());
        machine.architecture().ifPresent(guest::architecture);
        guests.addCopies(guest.build(), workload.copies());
    }

    Hardware machine() {
        ImmutableList<Binaries> images = containers.entrySet().stream()
                .map(entry -> entry.getKey().withRuns(entry.getValue().build()))
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<RunsOnOperatingSystem> onHost = ImmutableList.builder();
        onHost.add(facts.daemon().withRuns(images));
        ImmutableMultiset<GuestOS> machines = guests.build();
        if (!machines.isEmpty()) {
            onHost.add(Hypervisor.hosted(KVM).runsAll(machines).build());
        }
        return facts.hardware().withRuns(facts.host().withRuns(onHost.build()));
    }
}
