package io.virtstack.engine.check;

import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;

/**
 * A virtual machine as it looks from inside: a machine whose capacities are what is set aside for it, with the guest as its
 * host operating system. So one set of rules serves both.
 */
public final class InsideView {
    private InsideView() {}

    /**
     * {@return the machine that the guest sees; its storage is unknown if the size of one of its disks is}
     *
     * @param guest a virtual machine
     */
    public static Hardware of(GuestOS guest) {
        HostOS.Builder host = HostOS.builder(guest.name());
        guest.disk().ifPresent(host::disk);
        guest.memory().ifPresent(host::memory);
        guest.cpu().ifPresent(host::cpu);
        Hardware.Builder machine =
                Hardware.builder(guest.name()).runs(host.runsAll(guest.runs()).build());
        guest.machine().ifPresent(virtual -> addCapacities(virtual, machine));
        return machine.build();
    }

    private static void addCapacities(VirtualHardware virtual, Hardware.Builder machine) {
        virtual.vcpus().ifPresent(machine::cores);
        virtual.memory().ifPresent(machine::memoryCapacity);
        if (virtual.disks().stream().allMatch(disk -> disk.size().isPresent())) {
            virtual.disks().stream()
                    .flatMap(disk -> disk.size().stream())
                    .map(size -> new Storage(Storage.Kind.SSD, size))
                    .forEach(machine::storage);
        }
    }
}
