package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Completes the disks of virtual machines with what other files say of the images they are kept in. */
final class DiskAssembly {
    private final Map<String, DiskImage> images = new LinkedHashMap<>();
    private final List<InventoryNote> notes;

    DiskAssembly(ImmutableList<DiskImage> images, List<InventoryNote> notes) {
        images.forEach(image -> this.images.putIfAbsent(image.file(), image));
        this.notes = notes;
    }

    GuestOS complete(PlacedMachine machine) {
        if (machine.disks().isEmpty()) {
            return machine.guest();
        }
        ImmutableList<VirtualDisk> disks =
                machine.disks().stream().map(disk -> complete(disk, machine)).collect(ImmutableList.toImmutableList());
        VirtualHardware hardware = machine.guest()
                .machine()
                .orElseGet(() -> VirtualHardware.builder().build());
        return machine.guest().withMachine(hardware.withDisks(disks));
    }

    private VirtualDisk complete(DiskSource source, PlacedMachine machine) {
        Optional<DiskImage> image = source.chain().stream().findFirst().map(images::get);
        if (image.isEmpty()) {
            return source.disk();
        }
        Optional<DataSize> size = image.get().virtualSize().or(source.disk()::size);
        Optional<String> base = source.chain().size() > 1
                ? Optional.of(source.chain().get(1))
                : image.get().base();
        if (base.isEmpty()) {
            return source.disk() instanceof VirtualDisk.Thick
                    ? new VirtualDisk.Thick(size)
                    : new VirtualDisk.Thin(size, image.get().actualSize());
        }
        Optional<DataSize> baseSize =
                Optional.ofNullable(images.get(base.get())).flatMap(DiskImage::actualSize);
        if (baseSize.isEmpty()) {
            notes.add(new InventoryNote(
                    machine.source().file(),
                    source.line(),
                    "the size of the base disk '" + base.get() + "' is unknown: no file states it"));
        }
        return new VirtualDisk.LinkedClone(
                size, base.get(), baseSize, image.get().actualSize());
    }
}
