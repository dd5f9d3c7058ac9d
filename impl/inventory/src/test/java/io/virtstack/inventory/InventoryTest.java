package io.virtstack.inventory;

import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.platform.OsFamily;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class InventoryTest {
    @TempDir
    Path folder;

    @Test
    void readsAnOsReleaseByItsContent() throws IOException {
        Inventory inventory = Inventory.read(write("anything.txt", "NAME=\"Debian\"\nID=debian\nVERSION_ID='12'\n"));

        assertThat(inventory.machines()).hasSize(1);
        assertThat(inventory.machines().get(0).runs()).containsExactly((RunsOnHardware) HostOS.builder("debian-12")
                .family(OsFamily.LINUX)
                .distribution("debian")
                .version("12")
                .build());
        assertThat(inventory.notes()).extracting(InventoryNote::reason).anyMatch(note -> note.contains("hardware"));
    }

    @Test
    void oneBadFileDoesNotHideTheOthers() throws IOException {
        Path good = write("good", "ID=debian\nVERSION_ID=12\n");
        Path bad = write("bad", "ID=debian\nVERSION_ID='12\n");

        assertThatThrownBy(() -> Inventory.read(good, bad)).isInstanceOfSatisfying(InventoryException.class, error -> {
            assertThat(error.line()).hasValue(2);
            assertThat(error.file()).isEqualTo(bad);
        });
        assertThat(Inventory.readEach(good, bad).files())
                .extracting(InventoryFile::isRead)
                .containsExactly(true, false);
    }

    @Test
    void readsThisMachine() {
        Hardware machine = Inventory.ofThisMachine().machines().get(0);

        assertThat(machine.cores().orElseThrow()).isGreaterThanOrEqualTo(1);
        assertThat(machine.memoryCapacity().orElseThrow().bytes())
                .isGreaterThan(Runtime.getRuntime().maxMemory() / 2);
        assertThat(machine.runs()).hasSize(1);
    }

    private Path write(String name, String text) throws IOException {
        return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    }
}
