package io.virtstack.inventory;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.HostFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.host.DiskName;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.machine.Storage;
import io.virtstack.machine.Storage.Kind;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import oshi.hardware.HWDiskStore;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;

/** The machine that this runs on, as OSHI reads it from the operating system. */
final class ThisMachine {
    private static final Path CALLED = Path.of("this machine");
    private static final Path OS_RELEASE = Path.of("/etc/os-release");
    private static final String KIND = "this-machine";

    private final HardwareAbstractionLayer hardware;
    private final OperatingSystem system;
    private final List<InventoryNote> notes = new ArrayList<>();

    private ThisMachine(SystemInfoProvider info) {
        this.hardware = info.getHardware();
        this.system = info.getOperatingSystem();
    }

    static Inventory inventory() {
        ThisMachine here = new ThisMachine(SystemInfoFactory.create());
        Hardware machine = here.machine();
        ImmutableList<InventoryNote> notes = ImmutableList.copyOf(here.notes);
        return new Inventory(
                ImmutableList.of(machine),
                ImmutableList.of(new InventoryFile(
                        CALLED, Optional.of(KIND), ImmutableList.of(machine), notes, Optional.empty())),
                notes);
    }

    private Hardware machine() {
        Hardware.Builder machine = Hardware.builder(MachineAssembly.UNNAMED);
        int cores = hardware.getProcessor().getLogicalProcessorCount();
        if (cores > 0) {
            machine.cores(cores);
        }
        Architecture.named(System.getProperty("os.arch", "")).ifPresent(machine::architecture);
        long memory = hardware.getMemory().getTotal();
        if (memory > 0) {
            machine.memoryCapacity(DataSize.ofBytes(memory));
            note("the memory is what the operating system can use, which is less than what is built in");
        }
        hardware.getVirtualization()
                .ifPresent(hypervisor -> note("the machine is itself virtual or a container, on " + hypervisor
                        + ": its hardware is what that shows it"));
        return machine.storageAll(storage()).runs(host()).build();
    }

    /** {@return the built-in disks, each once: OSHI lists all devices that the system treats as disks} */
    private ImmutableList<Storage> storage() {
        Set<String> multipaths = new HashSet<>();
        ImmutableList.Builder<Storage> storage = ImmutableList.builder();
        for (HWDiskStore disk : hardware.getDiskStores()) {
            String name = disk.getName().substring(disk.getName().lastIndexOf('/') + 1);
            Optional<String> reason = DiskName.reasonToLeaveOut(name)
                    .or(() -> SysBlock.of(name).flatMap(block -> reasonToLeaveOut(block, multipaths)));
            reason.ifPresent(stated -> note(disk.getName() + ": " + stated));
            if (reason.isEmpty() && disk.getSize() > 0) {
                storage.add(new Storage(kind(disk), DataSize.ofBytes(disk.getSize())));
            }
        }
        return storage.build();
    }

    private static Optional<String> reasonToLeaveOut(SysBlock block, Set<String> multipaths) {
        if (block.isRemovable()) {
            return Optional.of("removable; left out");
        }
        return block.multipath()
                .filter(target -> !multipaths.add(target))
                .map(target -> "another path to a disk that is counted already");
    }

    private Kind kind(HWDiskStore disk) {
        String words = Ascii.toLowerCase(disk.getName() + " " + disk.getDiskType());
        if (words.contains("nvme")) {
            return Kind.NVME;
        }
        if (words.contains("hdd")) {
            return Kind.HDD;
        }
        if (!words.contains("ssd")) {
            note(disk.getName() + ": the kind of storage is unknown, taken for a solid-state disk");
        }
        return Kind.SSD;
    }

    private RunsOnHardware host() {
        return Files.isReadable(OS_RELEASE) ? ofOsRelease().orElseGet(this::ofOshi) : ofOshi();
    }

    private Optional<HostOS> ofOsRelease() {
        FileReading reading = new FileReading(OS_RELEASE, InventoryOptions.defaults());
        InventoryFile file = reading.read();
        notes.addAll(file.notes());
        file.error().ifPresent(error -> note(String.valueOf(error.getMessage())));
        return reading.parts().all(HostFacts.class).stream()
                .map(HostFacts::host)
                .findFirst();
    }

    private HostOS ofOshi() {
        String version = system.getVersionInfo().getVersion();
        HostOS.Builder host =
                HostOS.builder(system.getFamily()).family(family()).distribution(system.getFamily());
        if (version != null && !version.isBlank()) {
            host.version(version);
        }
        return host.build();
    }

    private static OsFamily family() {
        String name = Ascii.toLowerCase(System.getProperty("os.name", ""));
        return name.startsWith("windows")
                ? OsFamily.WINDOWS
                : name.startsWith("mac") ? OsFamily.MACOS : OsFamily.named(name);
    }

    private void note(String reason) {
        notes.add(new InventoryNote(CALLED, 0, reason));
    }
}
