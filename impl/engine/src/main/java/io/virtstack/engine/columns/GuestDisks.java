package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Reason;
import io.virtstack.layer.Application;
import io.virtstack.layer.GuestOS;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import io.virtstack.violation.Violation;
import java.util.BitSet;
import java.util.Optional;
import java.util.function.Consumer;

/** The disks of virtual machines on the disk of the machine around them. */
final class GuestDisks {
    private record BaseName(String name) {}

    private final Rows rows;
    private final DiskLedger disk;

    GuestDisks(Rows rows, DiskLedger disk) {
        this.rows = rows;
        this.disk = disk;
    }

    /** Stores each base of linked clones once per store, used by all applications in its clones. */
    void addSharedBases(Consumer<Violation> violations) {
        for (Store store : Stores.ofHypervisors(rows)) {
            StoreContents contents = new StoreContents(store, rows, violations);
            for (int hypervisor : store.members()) {
                for (int guest = hypervisor + 1; guest < rows.end(hypervisor); guest = rows.end(guest)) {
                    addBases(guest, contents);
                }
            }
            contents.writeTo(disk);
        }
    }

    private void addBases(int guest, StoreContents contents) {
        for (VirtualDisk virtual : disks(guest)) {
            if (virtual instanceof VirtualDisk.LinkedClone clone) {
                int base = contents.put(
                        new BaseName(clone.base()),
                        Category.GUEST_OS,
                        Reason.CLONE_BASE,
                        new Item("clone base ", clone.base()),
                        clone.baseSize(),
                        false);
                for (int row = guest + 1; row < rows.end(guest); row++) {
                    if (rows.layer(row) instanceof Application) {
                        contents.use(base, row);
                    }
                }
            }
        }
    }

    /** Counts the base of each linked clone as if it were its own. */
    void addUnsharedBases() {
        for (int row = 0; row < rows.size(); row++) {
            for (VirtualDisk virtual : disks(row)) {
                if (virtual instanceof VirtualDisk.LinkedClone clone) {
                    add(row, Category.GUEST_OS, Reason.CLONE_BASE, "clone base " + clone.base(), clone.baseSize());
                }
            }
        }
    }

    /**
     * Adds what each guest's disks take, innermost guests first since the disks around hold them.
     *
     * @return the machines whose layers do not enter the figure themselves
     */
    BitSet addDisks() {
        BitSet hidden = new BitSet(rows.size());
        for (int row = rows.size() - 1; row >= 0; row--) {
            if (rows.layer(row) instanceof GuestOS) {
                ImmutableList<VirtualDisk> disks = disks(row);
                long contents = disk.contents(row);
                boolean layersEnter = disks.isEmpty() ? passOn(row) : addSystemDisk(row, disks.get(0), contents);
                hidden.set(row, !layersEnter);
                disks.stream().skip(1).forEach(addDataDisk(row));
            }
        }
        for (int row = 0; row < rows.size(); row++) {
            if (rows.layer(row) instanceof GuestOS && hidden.get(around(row))) {
                hidden.set(row);
            }
        }
        return hidden;
    }

    private boolean passOn(int guest) {
        disk.passOn(guest);
        return true;
    }

    private boolean addSystemDisk(int guest, VirtualDisk system, long contents) {
        if (system instanceof VirtualDisk.LinkedClone clone) {
            long beyondBase = clone.baseSize()
                    .map(base -> Math.max(0, contents - base.bytes()))
                    .orElse(0L);
            Entry delta = Entry.of(guest, Category.GUEST_OS, Reason.CLONE_DELTA, "delta of linked clone");
            long amount = clone.delta().map(DataSize::bytes).orElse(beyondBase);
            disk.add(delta, amount, clone.delta().isEmpty(), rows.times(guest), around(guest));
            return false;
        }
        Optional<DataSize> cost = cost(system);
        if (cost.isEmpty()) {
            add(guest, Category.ALLOCATION_SLACK, Reason.DISK_SLACK, label(system), cost);
            return system instanceof VirtualDisk.Thin && passOn(guest);
        }
        return addStatedSize(guest, cost.get(), contents, label(system));
    }

    /** Of contents that are not all known nothing can be told from the slack, so the disk is one item then. */
    private boolean addStatedSize(int guest, DataSize cost, long contents, String label) {
        boolean layersEnter = disk.isComplete(guest) && passOn(guest);
        long slack = layersEnter ? cost.bytes() - contents : cost.bytes();
        Entry entry = Entry.of(guest, Category.ALLOCATION_SLACK, Reason.DISK_SLACK, label)
                .asDerived(layersEnter);
        disk.add(entry, slack, false, rows.times(guest), around(guest));
        return layersEnter;
    }

    private Consumer<VirtualDisk> addDataDisk(int guest) {
        return data -> {
            if (data instanceof VirtualDisk.LinkedClone clone) {
                add(guest, Category.GUEST_OS, Reason.CLONE_DELTA, "delta of linked clone", clone.delta());
            } else {
                add(guest, Category.ALLOCATION_SLACK, Reason.DISK_SLACK, label(data), cost(data));
            }
        };
    }

    private static Optional<DataSize> cost(VirtualDisk virtual) {
        return virtual instanceof VirtualDisk.Thin thin ? thin.actual() : virtual.size();
    }

    private static String label(VirtualDisk virtual) {
        return virtual instanceof VirtualDisk.Thin ? "actual size of virtual disk" : "virtual disk";
    }

    private void add(int guest, Category category, Reason reason, String item, Optional<DataSize> size) {
        Entry entry = Entry.of(guest, category, reason, item);
        disk.add(entry, size.map(DataSize::bytes), rows.times(guest), around(guest));
    }

    private int around(int guest) {
        return rows.scope(rows.parent(guest));
    }

    private ImmutableList<VirtualDisk> disks(int row) {
        return rows.layer(row) instanceof GuestOS guest
                ? guest.machine().map(VirtualHardware::disks).orElse(ImmutableList.of())
                : ImmutableList.of();
    }
}
