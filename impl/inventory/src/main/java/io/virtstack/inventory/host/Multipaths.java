package io.virtstack.inventory.host;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which disks are paths to the same one. A tree says so by what stands on or below what, a list only by its columns {@code
 * FSTYPE} and {@code WWN}; without these, disks that are as large as the one such device of their size are taken for its paths.
 */
final class Multipaths {
    private final SetMultimap<String, String> targets = HashMultimap.create();
    private final Map<String, BlockDevice> withoutPaths = new LinkedHashMap<>();
    private final Set<String> counted = new HashSet<>();

    /** Takes a device that stands in no other one. */
    void add(BlockDevice device) {
        if (device.isMultipath()) {
            withoutPaths.put(device.name(), device);
        } else if (device.isPath()) {
            device.worldWideName().ifPresent(target -> targets.put(device.name(), target));
        }
    }

    /** Takes a device that stands in another one. */
    void add(BlockDevice outer, BlockDevice inner) {
        if (inner.isMultipath()) {
            targets.put(outer.name(), inner.name());
        } else if (outer.isMultipath()) {
            targets.put(inner.name(), outer.name());
            withoutPaths.remove(outer.name());
        }
    }

    /** {@return whether it is stated which disks are paths to the same one; notes what is missing} */
    boolean areStated(Iterable<BlockDevice> disks) {
        boolean stated = true;
        boolean marked = false;
        for (BlockDevice disk : disks) {
            marked |= disk.isPath();
            if (disk.isPath() && targets.get(disk.name()).isEmpty()) {
                disk.note("one of the paths to a disk, but not stated to which; print the tree, or the column WWN");
                stated = false;
            }
        }
        if (!marked) {
            for (BlockDevice device : withoutPaths.values()) {
                stated &= takeBySize(device, disks);
            }
        }
        return stated;
    }

    /** Takes the disks that are as large as a device for the paths to it, if no other device is as large. */
    private boolean takeBySize(BlockDevice device, Iterable<BlockDevice> disks) {
        boolean unique = withoutPaths.values().stream()
                .allMatch(other -> other == device || !other.writtenSize().equals(device.writtenSize()));
        List<String> paths = new ArrayList<>();
        for (BlockDevice disk : disks) {
            if (unique && disk.writtenSize().equals(device.writtenSize())) {
                paths.add(disk.name());
                targets.put(disk.name(), device.name());
            }
        }
        if (paths.isEmpty()) {
            device.note("not stated which paths lead to it; print the tree, or the columns FSTYPE, WWN");
        } else if (paths.size() > 1) {
            device.note(String.join(", ", paths)
                    + " are taken for the paths to it, since they are as large; print the tree to be sure");
        }
        return !paths.isEmpty();
    }

    /** {@return whether a disk is another path to one that this was asked for before} */
    boolean isKnown(BlockDevice disk) {
        Set<String> leadsTo = targets.get(disk.name());
        boolean known = leadsTo.stream().anyMatch(counted::contains);
        counted.addAll(leadsTo);
        return known;
    }
}
