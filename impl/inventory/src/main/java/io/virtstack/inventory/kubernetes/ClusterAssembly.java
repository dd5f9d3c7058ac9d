package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.document.Node;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Hardware;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Puts what the files of a cluster say together: each workload on the nodes it stands on.
 *
 * <p>Pods stand on the node they name. Of those that name none, a daemon set has one pod on each node that will have it; others
 * stand on the only node if there is one, else on an assumed machine of unknown size: where they go is the scheduler's
 * business. An object that made other objects which are here as well (a deployment its replica sets, a replica set its pods)
 * is left to those.
 */
public final class ClusterAssembly {
    private static final String ASSUMED = "kubernetes-node";

    /** A container takes memory as that many values of a document do. */
    private static final int VALUES_OF_A_CONTAINER = 16;

    private final ImmutableList<ManifestPart> parts;
    private final Map<String, NodeContents> contents = new LinkedHashMap<>();
    private final Map<String, Resources> overheads = new LinkedHashMap<>();
    private final Map<ObjectKey, InstanceType> instanceTypes = new LinkedHashMap<>();
    private final List<InventoryNote> notes = new ArrayList<>();
    private final int described;
    private final ImmutableList<Hardware> machines;
    private long placed;

    /**
     * Puts these together.
     *
     * @param parts what the files say
     */
    public ClusterAssembly(ImmutableList<ManifestPart> parts) {
        this.parts = parts;
        for (ManifestPart part : parts) {
            part.nodes().forEach((name, node) -> contents.putIfAbsent(name, new NodeContents(node)));
            part.overheads().forEach(overheads::putIfAbsent);
            part.instanceTypes().forEach(instanceTypes::putIfAbsent);
        }
        this.described = contents.size();
        this.machines = assemble();
    }

    /** {@return the nodes, with what stands on them} */
    public ImmutableList<Hardware> machines() {
        return machines;
    }

    /** {@return what had to be assumed} */
    public ImmutableList<InventoryNote> notes() {
        return ImmutableList.copyOf(notes);
    }

    private ImmutableList<Hardware> assemble() {
        Set<ObjectKey> seen = new LinkedHashSet<>();
        ImmutableSet<ObjectKey> owners = owners();
        for (ManifestPart part : parts) {
            for (Workload workload : part.workloads()) {
                if (owners.contains(workload.key())) {
                    note(
                            workload.at(),
                            workload.key().name() + " is left to the objects it made, which are here as well");
                } else if (!seen.add(workload.key()) && workload.isNamed()) {
                    note(workload.at(), workload.key().name() + " is here a second time, and counted once");
                } else {
                    place(workload);
                }
            }
        }
        return contents.values().stream().map(NodeContents::machine).collect(ImmutableList.toImmutableList());
    }

    private ImmutableSet<ObjectKey> owners() {
        return parts.stream()
                .flatMap(part -> part.workloads().stream())
                .flatMap(workload -> workload.owner().stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private void place(Workload workload) {
        if (workload.copies() == 0) {
            note(workload.at(), workload.key().name() + " has no replicas; left out");
            return;
        }
        ImmutableList<NodeContents> nodes = nodes(workload);
        workload.machine().ifPresent(machine -> {
            VirtualHardware hardware = hardware(workload, machine);
            nodes.forEach(node -> node.addMachines(workload, machine, hardware));
        });
        workload.pod().ifPresent(pod -> put(workload, pod, nodes));
    }

    private VirtualHardware hardware(Workload workload, KubeVirtMachine machine) {
        VirtualHardware hardware = machine.hardware()
                .withDisks(machine.disks().stream()
                        .map(disk -> new VirtualDisk.Thin(size(workload, disk), Optional.empty()))
                        .collect(ImmutableList.toImmutableList()));
        if (machine.instanceType().isEmpty()) {
            return hardware;
        }
        ObjectKey name = machine.instanceType().get();
        InstanceType type = instanceTypes.get(name);
        if (type == null) {
            note(
                    workload.at(),
                    "no file describes the instance type '" + name.name() + "': what it sets aside is unknown");
            return hardware;
        }
        return type.complete(hardware);
    }

    private Optional<DataSize> size(Workload workload, MachineDisk disk) {
        if (disk.size().isPresent() || disk.claim().isEmpty()) {
            return disk.size();
        }
        String claim = disk.claim().get();
        Optional<DataSize> size = parts.stream()
                .flatMap(part -> part.claims().find(workload.key().namespace(), claim).stream())
                .findFirst();
        if (size.isEmpty()) {
            note(disk.at(), "no file states the size of the claim '" + claim + "', so that of the disk is unknown");
        }
        return size;
    }

    /** What stands on many nodes is the same there, and made once. */
    private void put(Workload workload, PodSpec pod, ImmutableList<NodeContents> nodes) {
        placed += (long) nodes.size() * pod.containers().size() * VALUES_OF_A_CONTAINER;
        workload.at().source().check(Limit.TEXT_VALUES, placed, workload.at().line());
        ImmutableList<Application> applications = new PodContainers(pod, overhead(workload, pod), workload.running())
                .applications(workload.key().label());
        for (int i = 0; i < applications.size(); i++) {
            Binaries.Builder image =
                    Binaries.builder(pod.containers().get(i).image().name());
            pod.family().ifPresent(image::family);
            Binaries built = image.build();
            for (NodeContents node : nodes) {
                node.addContainers(built, applications.get(i), workload.copies());
            }
        }
    }

    private Resources overhead(Workload workload, PodSpec pod) {
        if (pod.overhead().isPresent() || pod.runtimeClass().isEmpty()) {
            return pod.overhead().orElse(Resources.NONE);
        }
        String name = pod.runtimeClass().get();
        if (!overheads.containsKey(name)) {
            note(workload.at(), "what runtime class '" + name + "' takes for each pod is unknown, and left out");
        }
        return overheads.getOrDefault(name, Resources.NONE);
    }

    private ImmutableList<NodeContents> nodes(Workload workload) {
        Optional<String> named = workload.nodeName();
        if (named.isPresent()) {
            return ImmutableList.of(node(workload, named.get()));
        }
        if (described == 1 || (described > 1 && workload.everyNode())) {
            ImmutableList<NodeContents> selected = contents.values().stream()
                    .filter(node -> !node.isAssumed() && workload.mayStandOn(node.facts()))
                    .collect(ImmutableList.toImmutableList());
            if (selected.isEmpty() && workload.everyNode()) {
                note(workload.at(), workload.key().name() + " may stand on none of the nodes that are here; left out");
            }
            if (workload.everyNode() || !selected.isEmpty()) {
                return selected;
            }
        }
        return ImmutableList.of(node(workload, ASSUMED));
    }

    private NodeContents node(Workload workload, String name) {
        NodeContents known = contents.get(name);
        if (known != null) {
            return known;
        }
        note(
                workload.at(),
                "node '" + name + "' is assumed, without figures: "
                        + (name.equals(ASSUMED) ? "nothing says where this stands" : "no file describes it"));
        NodeContents assumed = new NodeContents(ClusterNode.assumed(name), name.equals(ASSUMED));
        contents.put(name, assumed);
        return assumed;
    }

    private void note(Node at, String reason) {
        notes.add(new InventoryNote(at.source().file(), at.line(), reason));
    }
}
