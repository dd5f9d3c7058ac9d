package io.virtstack.engine.module;

import io.virtstack.AggregationEngine;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine shows nothing of itself but that it is an engine, on the module path and on the class path alike. */
class ModuleTest {
    private static final String SERVICE = AggregationEngine.class.getName();

    /** Where the engine's own classes are: tests run on the class path, where the module is only a file. */
    private static Path classes() throws ReflectiveOperationException {
        Class<?> engine = Class.forName("io.virtstack.engine.ColumnarEngine");
        URI location = URI.create(
                engine.getProtectionDomain().getCodeSource().getLocation().toString());
        return Path.of(location);
    }

    private static ModuleDescriptor module() throws IOException, ReflectiveOperationException {
        try (InputStream file = Files.newInputStream(classes().resolve("module-info.class"))) {
            return ModuleDescriptor.read(file);
        }
    }

    @Test
    void exportsAndOpensNothing() throws IOException, ReflectiveOperationException {
        assertThat(module().name()).isEqualTo("io.virtstack.engine");
        assertThat(module().exports()).isEmpty();
        assertThat(module().opens()).isEmpty();
        assertThat(module().isOpen()).isFalse();
    }

    @Test
    void requiresTheApiAndNothingElseAtRunTime() throws IOException, ReflectiveOperationException {
        assertThat(module().requires().stream()
                        .filter(required -> !required.modifiers().contains(Requires.Modifier.STATIC))
                        .map(Requires::name))
                .containsExactlyInAnyOrder("java.base", "io.virtstack.api");
    }

    @Test
    void providesTheEngineAlike() throws IOException, ReflectiveOperationException {
        List<String> onModulePath = module().provides().stream()
                .filter(provided -> provided.service().equals(SERVICE))
                .flatMap(provided -> provided.providers().stream())
                .toList();

        assertThat(onModulePath).containsExactly("io.virtstack.engine.ColumnarEngine");
        assertThat(module().provides()).hasSize(1);
        assertThat(onClassPath()).isEqualTo(onModulePath);
    }

    private static List<String> onClassPath() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(ModuleTest.class.getResourceAsStream("/META-INF/services/" + SERVICE))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .collect(Collectors.toList());
        }
    }

    @Test
    void isFound() {
        assertThat(AggregationEngine.create().getClass().getName()).isEqualTo("io.virtstack.engine.ColumnarEngine");
    }
}
