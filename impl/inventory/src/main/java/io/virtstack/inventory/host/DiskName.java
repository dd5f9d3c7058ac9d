package io.virtstack.inventory.host;

import java.util.Optional;

/** What the names of Linux's block devices say of them. */
public final class DiskName {
    private static final String ELSEWHERE = "(?:zram|ram|loop|nbd|rbd|rnbd|nullb|ublkb|fd|sr)\\d+";

    /** What bcache, ZFS, DRBD, LVM and RAID make of other disks, and the boot areas of an eMMC. */
    private static final String PART_OF_OTHERS = "(?:bcache|zd|drbd|dm-|md)\\d+|mmcblk\\d+(?:boot|gp)\\d+";

    private DiskName() {}

    /**
     * {@return why a device is no disk that is built in, empty if its name does not say so}
     *
     * @param name the kernel's name, without a folder
     */
    public static Optional<String> reasonToLeaveOut(String name) {
        if (name.matches(ELSEWHERE)) {
            return Optional.of("a device in memory, on a network or for removable media; left out");
        }
        return name.matches(PART_OF_OTHERS)
                ? Optional.of("on other disks, or part of one; left out")
                : Optional.empty();
    }
}
