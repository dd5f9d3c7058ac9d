package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Completes the disks of virtual machines with what other files say of the images they are kept in.
 *
 * <p>A disk whose image is based on others is a clone of the lowest of them, which machines share; all above it is its own.
 */
final class DiskAssembly {
    private final Map<String, DiskImage> images = new LinkedHashMap<>();
    private final Set<DiskImage> used = new HashSet<>();
    private final Set<String> between = new HashSet<>();
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

    /** Notes the images that no disk is kept in. */
    void finish() {
        images.values().stream()
                .filter(image -> !used.contains(image))
                .forEach(image -> notes.add(new InventoryNote(
                        image.source().file(),
                        0,
                        "the image '" + image.file() + "' belongs to no machine that is read with it; left out")));
    }

    private VirtualDisk complete(DiskSource disk, PlacedMachine machine) {
        if (disk.chain().isEmpty()) {
            return disk.disk();
        }
        ImmutableList<String> chain = chain(disk, machine);
        Optional<DiskImage> top = image(chain.get(0));
        Optional<DataSize> size = top.flatMap(DiskImage::virtualSize).or(disk.disk()::size);
        if (size.isEmpty()) {
            note(machine, disk, "the size of '" + chain.get(0) + "' is unknown: no file states it");
        }
        if (chain.size() == 1) {
            return single(disk.disk(), size, top.flatMap(DiskImage::actualSize));
        }
        noteShared(chain.subList(1, chain.size() - 1), machine, disk);
        String base = chain.get(chain.size() - 1);
        Optional<DataSize> delta = Optional.of(DataSize.ZERO);
        for (String part : chain.subList(0, chain.size() - 1)) {
            Optional<DataSize> own = image(part).flatMap(DiskImage::actualSize);
            delta = delta.flatMap(sum -> own.map(sum::plus));
        }
        return new VirtualDisk.LinkedClone(size, base, image(base).flatMap(DiskImage::actualSize), delta);
    }

    /** What a raw image takes on its store is known once it is stated; a block device is set aside. */
    private static VirtualDisk single(VirtualDisk disk, Optional<DataSize> size, Optional<DataSize> actual) {
        boolean setAside = disk instanceof VirtualDisk.Thick && actual.isEmpty();
        return setAside ? new VirtualDisk.Thick(size) : new VirtualDisk.Thin(size, actual);
    }

    private ImmutableList<String> chain(DiskSource disk, PlacedMachine machine) {
        Set<String> chain = new LinkedHashSet<>(disk.chain());
        Optional<String> below = baseOf(disk.chain().get(disk.chain().size() - 1));
        while (below.isPresent()) {
            if (!chain.add(below.get())) {
                note(machine, disk, "the chain of images leads in a circle at '" + below.get() + "'");
                break;
            }
            below = baseOf(below.get());
        }
        return ImmutableList.copyOf(chain);
    }

    private Optional<String> baseOf(String file) {
        return image(file).flatMap(DiskImage::base);
    }

    private void noteShared(List<String> parts, PlacedMachine machine, DiskSource disk) {
        for (String part : parts) {
            if (!between.add(part)) {
                note(machine, disk, "'" + part + "' is between the image and its base and counted for each machine");
            }
        }
    }

    /** {@return what is known of a file: under its path, else under its name alone where that is unique and no full path} */
    private Optional<DiskImage> image(String file) {
        Optional<DiskImage> found = Optional.ofNullable(images.get(file)).or(() -> {
            ImmutableList<DiskImage> alike = images.values().stream()
                    .filter(image -> name(image.file()).equals(name(file)))
                    .filter(image -> isRelative(image.file()) || isRelative(file))
                    .collect(ImmutableList.toImmutableList());
            return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
        });
        found.ifPresent(used::add);
        return found;
    }

    /** Volumes are relative to their pool, and what was read in a folder to that; URLs are not. */
    private static boolean isRelative(String file) {
        return !file.startsWith("/") && file.indexOf(':') < 0;
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    private void note(PlacedMachine machine, DiskSource disk, String reason) {
        notes.add(new InventoryNote(machine.source().file(), disk.line(), reason));
    }
}
