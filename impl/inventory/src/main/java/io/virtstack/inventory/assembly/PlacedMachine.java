package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Layer;
import java.util.Optional;

/**
 * Virtual machines on a hypervisor that are alike.
 *
 * @param source the file that says it
 * @param id what tells them from other machines, so that two files of the same are one machine; empty if nothing does
 * @param hypervisor what they run on
 * @param guest the machine, with all of its disks that need no other file
 * @param disks where its disks come from, in their order; empty if {@code guest} states them itself
 * @param copies how many there are, at least 1
 */
public record PlacedMachine(
        Source source,
        Optional<String> id,
        HypervisorKind hypervisor,
        GuestOS guest,
        ImmutableList<DiskSource> disks,
        int copies)
        implements Part {
    @Override
    public ImmutableList<Layer> layers() {
        return ImmutableList.of(guest);
    }
}
