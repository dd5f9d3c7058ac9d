package io.virtstack.benchmarks.data;

import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The hosts of a fleet of virtual machines as VirtStack's values, made one at a time. */
public final class VmStacks {
    private final VmFleet fleet;
    private final Naming naming;

    private VmStacks(VmFleet fleet, Naming naming) {
        this.fleet = fleet;
        this.naming = naming;
    }

    /** Makes nothing yet. */
    public VmStacks(VmFleet fleet) {
        this(fleet, Naming.OWN);
    }

    /** The same, but what has the same place on different hosts has the same name, and the same object as name. */
    public VmStacks withSharedNames() {
        return new VmStacks(fleet, Naming.SHARED);
    }

    /** {@return all hosts, each made when it is asked for} */
    public Stream<Hardware> stream() {
        return IntStream.range(0, fleet.hosts()).mapToObj(this::host);
    }

    private Hardware host(int host) {
        BareMetalHypervisor.Builder hypervisor = Hypervisor.bareMetal("esxi")
                .disk(DataSize.ZERO)
                .memory(DataSize.ZERO)
                .cpu(Cpu.ZERO);
        for (int vm = host * fleet.vmsOfAHost(); vm < (host + 1) * fleet.vmsOfAHost(); vm++) {
            hypervisor.runs(guest(vm));
        }
        return Hardware.builder(naming.of("host-", host, 0))
                .cores(64)
                .memoryCapacity(DataSize.ofBytes(1L << 42))
                .runs(hypervisor.build())
                .build();
    }

    private GuestOS guest(int vm) {
        return GuestOS.builder(naming.of("vm-", vm, vm % fleet.vmsOfAHost()))
                .family(OsFamily.LINUX)
                .disk(DataSize.ZERO)
                .memory(DataSize.ZERO)
                .cpu(Cpu.ZERO)
                .machine(VirtualHardware.builder()
                        .vcpus(fleet.vcpus()[vm])
                        .memory(DataSize.ofBytes(fleet.memory()[vm]))
                        .disk(new VirtualDisk.Thick(Optional.of(DataSize.ofBytes(fleet.disk()[vm]))))
                        .build())
                .build();
    }
}
