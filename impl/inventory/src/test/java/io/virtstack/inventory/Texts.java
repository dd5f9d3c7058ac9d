package io.virtstack.inventory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Files of text for tests, in a folder of their own. */
final class Texts {
    private final Path folder;
    private int count;

    Texts(Path folder) {
        this.folder = folder;
    }

    /** {@return the one element that there is to be} */
    static <T> T only(Collection<T> elements) {
        assertThat(elements).hasSize(1);
        return elements.iterator().next();
    }

    Path file(String text) {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(byte[] bytes) {
        try {
            return Files.write(folder.resolve("file-" + ++count), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Inventory read(String... texts) {
        Path[] files = new Path[texts.length];
        for (int i = 0; i < texts.length; i++) {
            files[i] = file(texts[i]);
        }
        return Inventory.read(files);
    }

    InventoryException refusal(String text) {
        return refusal(text.getBytes(StandardCharsets.UTF_8));
    }

    InventoryException refusal(byte[] bytes) {
        Path file = file(bytes);
        InventoryException refusal = catchThrowableOfType(InventoryException.class, () -> Inventory.read(file));
        if (refusal == null) {
            throw new AssertionError(file + " was read, and not refused");
        }
        return refusal;
    }
}
