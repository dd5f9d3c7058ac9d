package io.virtstack.inventory.source;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the exception of a refusal. */
@FunctionalInterface
public interface Refusing {
    /**
     * {@return the exception to throw}
     *
     * @param file the file that is refused
     * @param line the number of the line, from 1; 0 for none
     * @param place where in the file
     * @param rule the rule that is broken
     * @param value what breaks it
     * @param remedy what to do about it
     * @param cause the failure underneath, if there is one
     */
    InventoryException refuse(
            Path file,
            int line,
            String place,
            InventoryRule rule,
            String value,
            String remedy,
            @Nullable Throwable cause);
}
