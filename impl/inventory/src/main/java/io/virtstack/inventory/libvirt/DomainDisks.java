package io.virtstack.inventory.libvirt;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DiskSource;
import io.virtstack.inventory.source.Element;
import io.virtstack.machine.VirtualDisk;
import java.util.Optional;

/** The disks of a domain, each with the files its chain of images consists of. Their sizes are in other files. */
final class DomainDisks {
    private final Element domain;

    DomainDisks(Element domain) {
        this.domain = domain;
    }

    ImmutableList<DiskSource> read() {
        return domain.child("devices").stream()
                .flatMap(devices -> devices.children("disk").stream())
                .filter(DomainDisks::isStored)
                .map(DomainDisks::disk)
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isStored(Element disk) {
        String device = disk.attribute("device").orElse("disk");
        return switch (device) {
            case "disk" -> true;
            case "lun" -> leftOut(disk, "a device of the host or of a storage network that is passed through");
            case "cdrom", "floppy" ->
                source(disk).isPresent() && leftOut(disk, "a " + device + " is a medium and no part of the machine");
            default -> throw disk.refuse("the device '" + device + "'", "write disk, lun, cdrom or floppy");
        };
    }

    private static boolean leftOut(Element disk, String reason) {
        disk.note(reason + "; left out");
        return false;
    }

    private static DiskSource disk(Element disk) {
        ImmutableList<String> chain = chain(disk);
        if (chain.isEmpty()) {
            disk.note("no source: where the disk is kept is unknown");
        }
        if (disk.child("shareable").isPresent()) {
            disk.note("shared with other machines, but counted for each");
        }
        if (chain.size() > 1) {
            return new DiskSource(
                    chain,
                    new VirtualDisk.LinkedClone(
                            Optional.empty(), chain.get(chain.size() - 1), Optional.empty(), Optional.empty()),
                    disk.line());
        }
        return new DiskSource(
                chain,
                isSetAside(disk)
                        ? new VirtualDisk.Thick(Optional.empty())
                        : new VirtualDisk.Thin(Optional.empty(), Optional.empty()),
                disk.line());
    }

    /** Block devices are set aside as they are, and raw images unless they have holes; formats of images grow. */
    private static boolean isSetAside(Element disk) {
        String format =
                disk.child("driver").flatMap(driver -> driver.attribute("type")).orElse("raw");
        return format.equals("raw");
    }

    private static ImmutableList<String> chain(Element disk) {
        ImmutableList.Builder<String> chain = ImmutableList.builder();
        Optional<Element> at = Optional.of(disk);
        while (at.isPresent()) {
            Optional<String> name = source(at.get());
            if (name.isEmpty()) {
                break;
            }
            chain.add(name.get());
            at = at.get().child("backingStore");
        }
        return chain.build();
    }

    private static Optional<String> source(Element holder) {
        return holder.child("source")
                .flatMap(source -> source.attribute("file")
                        .or(() -> source.attribute("dev"))
                        .or(() -> source.attribute("dir"))
                        .or(() -> volume(source))
                        .or(() -> network(source)));
    }

    private static Optional<String> volume(Element source) {
        return source.attribute("volume").map(volume -> source.attribute("pool").orElse("") + "/" + volume);
    }

    private static Optional<String> network(Element source) {
        return source.attribute("protocol")
                .map(protocol -> protocol + ":" + source.attribute("name").orElse(""));
    }
}
