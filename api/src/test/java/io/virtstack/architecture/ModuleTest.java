package io.virtstack.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is exported is a promise: adding to it or taking from it is a decision, never a side effect. */
class ModuleTest {
    @Test
    void exportsExactlyWhatIsPromised() throws IOException {
        assertThat(descriptor().exports())
                .allMatch(export -> !export.isQualified())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactlyInAnyOrder(
                        "io.virtstack",
                        "io.virtstack.capacity",
                        "io.virtstack.comparison",
                        "io.virtstack.fleet",
                        "io.virtstack.footprint",
                        "io.virtstack.image",
                        "io.virtstack.layer",
                        "io.virtstack.machine",
                        "io.virtstack.migration",
                        "io.virtstack.platform",
                        "io.virtstack.quantity",
                        "io.virtstack.violation");
    }

    @Test
    void opensNothing() throws IOException {
        assertThat(descriptor().name()).isEqualTo("io.virtstack.api");
        assertThat(descriptor().isOpen()).isFalse();
        assertThat(descriptor().opens()).isEmpty();
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (InputStream compiled = Files.newInputStream(Path.of("target", "classes", "module-info.class"))) {
            return ModuleDescriptor.read(compiled);
        }
    }
}
