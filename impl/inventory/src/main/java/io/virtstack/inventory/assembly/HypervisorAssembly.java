package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts virtual machines on the hypervisors that they name, one of each kind, with the disks that other files complete. */
final class HypervisorAssembly {
    private final Map<HypervisorKind, ImmutableMultiset.Builder<GuestOS>> guests = new LinkedHashMap<>();

    HypervisorAssembly(Parts parts, List<InventoryNote> notes) {
        DiskAssembly disks = new DiskAssembly(parts.all(DiskImage.class), notes);
        Set<String> ids = new HashSet<>();
        for (PlacedMachine machine : parts.all(PlacedMachine.class)) {
            if (machine.id().filter(id -> !ids.add(id)).isPresent()) {
                notes.add(new InventoryNote(
                        machine.source().file(),
                        0,
                        "the machine '" + machine.guest().name() + "' is described by a file before, which counts"));
                continue;
            }
            guests.computeIfAbsent(machine.hypervisor(), none -> ImmutableMultiset.builder())
                    .addCopies(disks.complete(machine), machine.copies());
        }
        disks.finish();
    }

    ImmutableList<HostedHypervisor> hosted() {
        return guests.keySet().stream()
                .filter(kind -> !kind.bareMetal())
                .map(kind ->
                        Hypervisor.hosted(kind.name()).runsAll(guestsOf(kind)).build())
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<BareMetalHypervisor> bareMetal() {
        return guests.keySet().stream()
                .filter(HypervisorKind::bareMetal)
                .map(kind -> bareMetal(kind).runsAll(guestsOf(kind)).build())
                .collect(ImmutableList.toImmutableList());
    }

    /** Xen and Hyper-V are controlled by an operating system of their own. */
    private static BareMetalHypervisor.Builder bareMetal(HypervisorKind kind) {
        BareMetalHypervisor.Builder builder = Hypervisor.bareMetal(kind.name());
        return switch (kind.name()) {
            case "xen" -> builder.controlSystem("dom0");
            case "hyperv" -> builder.controlSystem("root");
            default -> builder;
        };
    }

    private ImmutableMultiset<GuestOS> guestsOf(HypervisorKind kind) {
        return guests.getOrDefault(kind, ImmutableMultiset.builder()).build();
    }
}
