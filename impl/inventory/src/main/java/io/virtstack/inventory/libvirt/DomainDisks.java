package io.virtstack.inventory.libvirt;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.assembly.DiskSource;
import io.virtstack.inventory.source.Element;
import io.virtstack.machine.VirtualDisk;
import java.util.Optional;

/** The disks of a domain, each with the files its chain of images consists of. Their sizes are in other files. */
final class DomainDisks {
    /** What the format without one is called; {@code aio} by old versions of Xen. */
    private static final ImmutableSet<String> RAW = ImmutableSet.of("raw", "aio");

    private static final String PASSED_THROUGH = "a device of the host or of a storage network that is passed through";

    /** Hypervisors that keep disks in formats of their own, which grow as a rule; all others are given raw ones. */
    private static final ImmutableSet<String> OF_OWN_FORMAT =
            ImmutableSet.of("vmware", "vbox", "hyperv", "vz", "parallels");

    private final Element domain;
    private final String hypervisor;

    DomainDisks(Element domain, String hypervisor) {
        this.domain = domain;
        this.hypervisor = Ascii.toLowerCase(hypervisor);
    }

    ImmutableList<DiskSource> read() {
        return domain.child("devices").stream()
                .flatMap(devices -> devices.children("disk").stream())
                .filter(DomainDisks::isStored)
                .map(this::disk)
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isStored(Element disk) {
        String device = disk.attribute("device").orElse("disk");
        return switch (device) {
            case "disk" ->
                switch (type(disk)) {
                    case "nvme", "vhostvdpa" -> leftOut(disk, PASSED_THROUGH);
                    default -> true;
                };
            case "lun" -> leftOut(disk, PASSED_THROUGH);
            case "cdrom", "floppy" ->
                source(disk).isPresent() && leftOut(disk, "a " + device + " is a medium and no part of the machine");
            default -> throw disk.refuse("the device '" + device + "'", "write disk, lun, cdrom or floppy");
        };
    }

    private static boolean leftOut(Element disk, String reason) {
        disk.note(reason + "; left out");
        return false;
    }

    private static String type(Element disk) {
        return disk.attribute("type").orElse("file");
    }

    private DiskSource disk(Element disk) {
        ImmutableList<String> chain = chain(disk);
        if (chain.isEmpty()) {
            disk.note(
                    type(disk).equals("vhostuser")
                            ? "kept by another process: how and where is unknown"
                            : "no source: where the disk is kept is unknown");
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
    private boolean isSetAside(Element disk) {
        if (type(disk).equals("vhostuser")
                || disk.child("source")
                        .flatMap(DomainDisks::network)
                        .filter(name -> name.startsWith("rbd:"))
                        .isPresent()) {
            return false;
        }
        Optional<String> stated = disk.child("driver").flatMap(driver -> driver.attribute("type"));
        boolean raw = stated.map(RAW::contains).orElseGet(() -> !OF_OWN_FORMAT.contains(hypervisor));
        if (stated.isEmpty() && type(disk).equals("file")) {
            disk.note(raw ? "no format: raw is taken, as libvirt does" : "no format: one that grows is taken");
        }
        return raw;
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
