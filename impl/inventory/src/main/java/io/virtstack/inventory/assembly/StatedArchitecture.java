package io.virtstack.inventory.assembly;

import io.virtstack.platform.Architecture;
import java.util.function.Consumer;

/** Architectures as Linux names them. */
public final class StatedArchitecture {
    private StatedArchitecture() {}

    /**
     * {@return the architecture of this name, {@link Architecture#OTHER} if it is none that VirtStack tells apart}
     *
     * @param name for example {@code x86_64} or {@code armv7l}
     * @param notes takes the note if it is another
     */
    public static Architecture named(String name, Consumer<String> notes) {
        return Architecture.named(name).orElseGet(() -> {
            if (name.startsWith("armv")) {
                return Architecture.ARM;
            }
            notes.accept("the architecture '" + name + "' is none that VirtStack tells apart: OTHER");
            return Architecture.OTHER;
        });
    }
}
