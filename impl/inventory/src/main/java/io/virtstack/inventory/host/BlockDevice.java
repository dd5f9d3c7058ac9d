package io.virtstack.inventory.host;

import com.google.common.base.CharMatcher;
import io.virtstack.inventory.document.Node;
import io.virtstack.machine.Storage;
import io.virtstack.machine.Storage.Kind;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** A row of {@code lsblk}. */
final class BlockDevice {
    private static final CharMatcher DIGITS = CharMatcher.inRange('0', '9');

    private static final String ELSEWHERE = "(?:zram|ram|loop|nbd|rbd|fd|sr)\\d+";
    /** What bcache, ZFS and DRBD make of other disks, and the boot areas of an eMMC. */
    private static final String PART_OF_OTHERS = "(?:bcache|zd|drbd)\\d+|mmcblk\\d+(?:boot|gp)\\d+";

    private final Node row;
    private final String name;

    BlockDevice(Node row) {
        this.row = row;
        this.name = row.find("kname")
                .or(() -> row.find("name"))
                .or(() -> row.find("path"))
                .map(Node::text)
                .map(path -> path.substring(path.lastIndexOf('/') + 1))
                .orElse("line " + row.line());
    }

    String name() {
        return name;
    }

    void note(String reason) {
        row.note(name + ": " + reason);
    }

    boolean isBuiltInDisk() {
        if (!row.find("type").map(Node::text).filter("disk"::equals).isPresent()) {
            return false;
        }
        if (name.matches(ELSEWHERE)
                || row.find("tran").map(Node::text).filter("iscsi"::equals).isPresent()) {
            note("a device in memory, on a network or for removable media; left out");
            return false;
        }
        if (name.matches(PART_OF_OTHERS)) {
            note("on other disks, or part of one; left out");
            return false;
        }
        if (row.find("rm").filter(Flag::isSet).isPresent()
                || row.find("tran").map(Node::text).filter("usb"::equals).isPresent()) {
            note("removable; left out");
            return false;
        }
        if (row.find("size").map(Node::text).filter(size -> size.matches("0B?")).isPresent()) {
            note("of no size, such as a drive without a medium; left out");
            return false;
        }
        return true;
    }

    /** {@return the device that several paths lead to, of which this disk is one} */
    Optional<String> multipath() {
        return row.find("children").filter(Node::isSequence).stream()
                .flatMap(children -> children.elements().stream())
                .filter(child -> child.find("type")
                        .map(Node::text)
                        .filter("mpath"::equals)
                        .isPresent())
                .map(child -> new BlockDevice(child).name())
                .findFirst();
    }

    Optional<Storage> storage() {
        return size().map(size -> new Storage(kind(), size));
    }

    private Optional<DataSize> size() {
        Optional<Node> size = row.find("size");
        if (size.isEmpty()) {
            note("no column SIZE; the storage is unknown");
            return Optional.empty();
        }
        String written = size.get().text().strip();
        if (DIGITS.matchesAllOf(written) && !written.isEmpty()) {
            try {
                return Optional.of(DataSize.ofBytes(Long.parseLong(written)));
            } catch (NumberFormatException e) {
                throw size.get()
                        .refuse(
                                written + " bytes",
                                "no device is larger than 2^63 - 1 bytes: have lsblk print it again");
            }
        }
        if (!written.matches("\\d+([.,]\\d+)?[BKMGTPE]?")) {
            throw size.get().refuse("'" + written + "' is no size", "have lsblk -J -b print it again");
        }
        note("the size " + written + " is rounded; the storage is unknown; print bytes with -b");
        return Optional.empty();
    }

    private Kind kind() {
        Optional<String> transport = row.find("tran").map(Node::text);
        if (name.startsWith("nvme") || transport.filter("nvme"::equals).isPresent()) {
            return Kind.NVME;
        }
        if (name.startsWith("mmcblk")) {
            return Kind.SSD;
        }
        Optional<Node> rotating = row.find("rota");
        if (rotating.isEmpty()) {
            note("no column ROTA: taken for a solid-state disk");
        }
        return rotating.filter(Flag::isSet).isPresent() ? Kind.HDD : Kind.SSD;
    }
}
