package io.virtstack.inventory.image;

import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/** Expects files to be refused, with everything that a refusal must say. */
final class Refusal {
    private Refusal() {}

    static InventoryException expect(Path path, InventoryRule rule, String place) {
        return expect(ImageReader.create(), path, rule, place);
    }

    static InventoryException expect(ImageReader reader, Path path, InventoryRule rule, String place) {
        Throwable thrown = catchThrowable(() -> reader.read(path));
        assertThat(thrown).isInstanceOf(InventoryException.class);
        InventoryException refusal = (InventoryException) thrown;
        assertThat(refusal.rule()).as("%s", refusal.getMessage()).isEqualTo(rule);
        assertThat(refusal.place()).as("%s", refusal.getMessage()).isEqualTo(place);
        assertThat(refusal.file()).isEqualTo(path);
        assertThat(refusal.getMessage())
                .startsWith(path + ": " + place + ": " + rule.id() + ": ")
                .contains("; ");
        return refusal;
    }

    static InventoryException expectOneOf(Path path, InventoryRule... rules) {
        Throwable thrown = catchThrowable(() -> ImageReader.create().read(path));
        assertThat(thrown).isInstanceOf(InventoryException.class);
        InventoryException refusal = (InventoryException) thrown;
        assertThat(refusal.rule()).isIn((Object[]) rules);
        return refusal;
    }
}
