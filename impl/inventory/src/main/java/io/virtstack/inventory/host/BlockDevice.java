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

    private final Node row;
    private final String name;

    BlockDevice(Node row) {
        this.row = row;
        this.name = row.find("kname")
                .or(() -> row.find("name"))
                .or(() -> row.find("path"))
                .map(Node::text)
                .map(BlockDevice::withoutFolder)
                .orElse("line " + row.line());
    }

    String name() {
        return name;
    }

    void note(String reason) {
        row.note(name + ": " + reason);
    }

    boolean isDisk() {
        return is("type", "disk");
    }

    boolean isBuiltInDisk() {
        if (!isDisk()) {
            return false;
        }
        Optional<String> reason = DiskName.reasonToLeaveOut(name);
        reason.ifPresent(this::note);
        if (reason.isPresent()) {
            return false;
        }
        if (is("tran", "iscsi")) {
            note("a device on a network; left out");
            return false;
        }
        if (row.find("rm").filter(Flag::isSet).isPresent() || is("tran", "usb")) {
            note("removable; left out");
            return false;
        }
        if (row.find("size").map(Node::text).filter(size -> size.matches("0B?")).isPresent()) {
            note("of no size, such as a drive without a medium; left out");
            return false;
        }
        return true;
    }

    boolean isMultipath() {
        return is("type", "mpath");
    }

    /** {@return whether it is marked as one of the paths to a disk} */
    boolean isPath() {
        return is("fstype", "mpath_member");
    }

    Optional<String> writtenSize() {
        return text("size");
    }

    /** {@return the identifier that is the same on all paths to a disk} */
    Optional<String> worldWideName() {
        return text("wwn");
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

    private boolean is(String column, String value) {
        return text(column).filter(value::equals).isPresent();
    }

    private Optional<String> text(String column) {
        return row.find(column).map(Node::text).filter(written -> !written.isEmpty());
    }

    private static String withoutFolder(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Kind kind() {
        if (name.startsWith("nvme") || is("tran", "nvme")) {
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
