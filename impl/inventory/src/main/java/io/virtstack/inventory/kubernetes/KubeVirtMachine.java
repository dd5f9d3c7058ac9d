package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import io.virtstack.inventory.document.Node;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A virtual machine of KubeVirt.
 *
 * @param hardware what is set aside for it, without disks
 * @param disks its disks
 * @param instanceType what completes the hardware
 * @param architecture what it is made for
 * @param requirements what it demands of its node
 */
record KubeVirtMachine(
        VirtualHardware hardware,
        ImmutableList<MachineDisk> disks,
        Optional<ObjectKey> instanceType,
        Optional<Architecture> architecture,
        NodeRequirements requirements) {
    private static final long MILLIS_PER_VCPU = 1000;
    static final long MOST_VCPUS = 1 << 20;

    /**
     * {@return the machine that a specification describes}
     *
     * @param spec of a VirtualMachineInstance, or of the template for one
     * @param claims sizes of disks by the name of the claim or data volume that holds them
     * @param instanceType what completes the figures that are stated here
     */
    static KubeVirtMachine of(Node spec, ImmutableMap<String, DataSize> claims, Optional<ObjectKey> instanceType) {
        Node domain = spec.find("domain").orElse(spec);
        VirtualHardware.Builder hardware = VirtualHardware.builder();
        memory(domain).ifPresent(hardware::memory);
        vcpus(domain, instanceType.isPresent()).ifPresent(hardware::vcpus);
        return new KubeVirtMachine(
                hardware.build(),
                disks(spec, claims),
                instanceType,
                spec.findText("architecture").flatMap(Architecture::named),
                NodeRequirements.of(spec));
    }

    private static Optional<DataSize> memory(Node domain) {
        return domain.path("memory", "guest")
                .or(() -> domain.path("resources", "limits", "memory"))
                .or(() -> domain.path("resources", "requests", "memory"))
                .map(Quantity::size);
    }

    /** KubeVirt gives one processor to a machine that states none. */
    private static Optional<Integer> vcpus(Node domain, boolean instanceType) {
        Optional<Node> topology = domain.find("cpu");
        if (topology.isPresent() && hasTopology(topology.get())) {
            long vcpus = 1;
            for (String level : new String[] {"sockets", "cores", "threads"}) {
                vcpus *= topology.get()
                        .find(level)
                        .map(node -> node.wholeNumber(1, MOST_VCPUS))
                        .orElse(1L);
                if (vcpus > MOST_VCPUS) {
                    throw topology.get().refuse("more than " + MOST_VCPUS + " processors", "state fewer");
                }
            }
            return Optional.of((int) vcpus);
        }
        Optional<Cpu> stated = domain.path("resources", "limits", "cpu")
                .or(() -> domain.path("resources", "requests", "cpu"))
                .map(Quantity::cpu);
        if (stated.isPresent()) {
            long vcpus = Math.max(1, LongMath.divide(stated.get().millis(), MILLIS_PER_VCPU, RoundingMode.CEILING));
            if (vcpus > MOST_VCPUS) {
                throw domain.refuse("more than " + MOST_VCPUS + " processors", "state fewer");
            }
            return Optional.of((int) vcpus);
        }
        return instanceType ? Optional.empty() : Optional.of(1);
    }

    private static boolean hasTopology(Node cpu) {
        return cpu.has("sockets") || cpu.has("cores") || cpu.has("threads");
    }

    private static ImmutableList<MachineDisk> disks(Node spec, ImmutableMap<String, DataSize> claims) {
        ImmutableList.Builder<MachineDisk> disks = ImmutableList.builder();
        ImmutableSet<String> media = media(spec);
        for (Node volume : spec.list("volumes")) {
            if (volume.findText("name").filter(media::contains).isPresent()) {
                volume.note("a cdrom is a medium and no part of the machine; left out");
            } else {
                disk(volume, claims).ifPresent(disks::add);
            }
        }
        return disks.build();
    }

    private static ImmutableSet<String> media(Node spec) {
        Optional<Node> disks = spec.path("domain", "devices", "disks");
        return disks.map(Node::elements).orElse(ImmutableList.of()).stream()
                .filter(disk -> disk.has("cdrom"))
                .flatMap(disk -> disk.findText("name").stream())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static Optional<MachineDisk> disk(Node volume, ImmutableMap<String, DataSize> claims) {
        Optional<String> claim = volume.path("persistentVolumeClaim", "claimName")
                .or(() -> volume.path("dataVolume", "name"))
                .or(() -> volume.path("ephemeral", "persistentVolumeClaim", "claimName"))
                .map(Node::text);
        if (claim.isPresent()) {
            return Optional.of(new MachineDisk(volume, claim, Optional.ofNullable(claims.get(claim.get()))));
        }
        Optional<Node> capacity = volume.path("emptyDisk", "capacity").or(() -> volume.path("hostDisk", "capacity"));
        if (capacity.isPresent()) {
            return Optional.of(new MachineDisk(volume, Optional.empty(), capacity.map(Quantity::size)));
        }
        if (volume.has("containerDisk")) {
            volume.note("the size of the disk that comes in an image is unknown");
            return Optional.of(new MachineDisk(volume, Optional.empty(), Optional.empty()));
        }
        return Optional.empty();
    }
}
