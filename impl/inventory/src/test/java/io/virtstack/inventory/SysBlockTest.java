package io.virtstack.inventory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What Linux says of its disks. */
class SysBlockTest {
    @TempDir
    Path disk;

    @Test
    void disksAreBuiltInWithOnePathUnlessStatedOtherwise() {
        assertThat(new SysBlock(disk).isRemovable()).isFalse();
        assertThat(new SysBlock(disk.resolve("none")).multipath()).isEmpty();
    }

    @Test
    void removableDisksAreMarked() throws IOException {
        Files.writeString(disk.resolve("removable"), "1\n");

        assertThat(new SysBlock(disk).isRemovable()).isTrue();
    }

    @Test
    void pathsAreHeldByTheirTarget() throws IOException {
        Files.createDirectories(disk.resolve("holders/dm-0/dm"));
        Files.writeString(disk.resolve("holders/dm-0/dm/uuid"), "LVM-abc\n");
        Files.createDirectories(disk.resolve("holders/dm-1/dm"));
        Files.writeString(disk.resolve("holders/dm-1/dm/uuid"), "mpath-3600\n");

        assertThat(new SysBlock(disk).multipath()).hasValue("mpath-3600");
    }
}
