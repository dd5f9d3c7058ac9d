package io.virtstack.inventory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What Linux says of a disk in its folder of {@code /sys/block}.
 *
 * @param folder the folder of the disk
 */
record SysBlock(Path folder) {
    private static final Path ALL = Path.of("/sys/block");

    /** {@return what is said of a disk, empty on other systems than Linux} */
    static Optional<SysBlock> of(String disk) {
        return Files.isDirectory(ALL) ? Optional.of(new SysBlock(ALL.resolve(disk))) : Optional.empty();
    }

    boolean isRemovable() {
        return line(folder.resolve("removable")).filter("1"::equals).isPresent();
    }

    /** {@return the device that several paths lead to, of which this disk is one} */
    Optional<String> multipath() {
        Path holders = folder.resolve("holders");
        if (!Files.isDirectory(holders)) {
            return Optional.empty();
        }
        try (DirectoryStream<Path> above = Files.newDirectoryStream(holders)) {
            for (Path holder : above) {
                Optional<String> id = line(holder.resolve("dm/uuid")).filter(uuid -> uuid.startsWith("mpath-"));
                if (id.isPresent()) {
                    return id;
                }
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<String> line(Path file) {
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
