package io.virtstack.diagram;

import com.google.common.collect.ImmutableMap;
import io.virtstack.layer.Hardware;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pictures that were looked at and found good. After a change that is meant, {@code mvn test -pl impl/diagram
 * -Dvirtstack.golden=write} writes them anew: look at each before you keep it.
 */
class GoldenPicturesTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final boolean WRITE = "write".equals(System.getProperty("virtstack.golden"));

    @TestFactory
    Stream<DynamicTest> picturesAreAsTheyWereLookedAt() {
        ImmutableMap.Builder<String, Diagram> diagrams = ImmutableMap.builder();
        for (var stack : CanonicalStacks.all().entrySet()) {
            diagrams.put(stack.getKey(), Diagram.of(stack.getValue()));
        }
        Hardware before = CanonicalStacks.virtualMachines();
        diagrams.put("comparison", Diagram.compare(before, CanonicalStacks.containers()));
        return diagrams.buildOrThrow().entrySet().stream()
                .flatMap(diagram -> tests(diagram.getKey(), diagram.getValue()));
    }

    private static Stream<DynamicTest> tests(String name, Diagram diagram) {
        return Stream.of(
                test(name + ".svg", diagram::svg),
                test(name + ".txt", () -> diagram.text(100)),
                test(name + ".narrow.txt", () -> diagram.asciiText(60)),
                test(name + ".mmd", diagram::mermaid));
    }

    private static DynamicTest test(String file, Supplier<String> picture) {
        return DynamicTest.dynamicTest(file, () -> {
            Path golden = GOLDEN.resolve(file);
            if (WRITE) {
                Files.writeString(golden, picture.get());
            }
            assertSame(file, read(golden), picture.get());
        });
    }

    private static void assertSame(String file, String golden, String drawn) {
        if (file.endsWith(".svg")) {
            assertThat(SvgOutline.of(drawn)).isEqualTo(SvgOutline.of(golden));
        } else {
            assertThat(drawn).isEqualTo(golden);
        }
    }

    private static String read(Path golden) throws IOException {
        return Files.readString(golden).replace("\r\n", "\n");
    }
}
