package io.virtstack.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a reader copies from the documents is code that was compiled and run. */
class SnippetTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final SnippetCheck CHECK = new SnippetCheck(Regions.in("Example.java", """
            class Example {
                void test() {
                    // region sum
                    int sum = 1;
                    if (sum > 0) {
                        sum++;
                    }
                    // endregion
                }
            }
            """));
    private static final String SUM = "int sum = 1;\nif (sum > 0) {\n    sum++;\n}\n";

    @Test
    void readmeHoldsCompiledCode() throws IOException {
        Path readme = ROOT.resolve("README.md");
        SnippetCheck check = new SnippetCheck(Regions.below(compiledRoots()));
        if (Files.exists(readme)) {
            assertThat(check.wrongInMarkdown("README.md", Files.readString(readme)))
                    .isEmpty();
        }
        for (Path page : packagePages()) {
            assertThat(check.wrongInJavadoc(page.toString(), Files.readString(page)))
                    .isEmpty();
        }
        assertThat(packagePages()).isNotEmpty();
    }

    @Test
    void regionsAreComparedWithoutIndentation() {
        assertThat(CHECK.wrongInMarkdown("x.md", "Text\n<!-- region sum -->\n```java\n" + SUM + "```\n"))
                .isEmpty();
        assertThat(CHECK.wrongInMarkdown(
                        "x.md", "- item\n  <!-- region sum -->\n  ```java\n" + SUM.indent(2) + "  ```\n"))
                .isEmpty();
    }

    @Test
    void differencesAreFound() {
        assertThat(CHECK.wrongInMarkdown("x.md", "<!-- region sum -->\n```java\nint sum = 2;\n```\n"))
                .singleElement()
                .asString()
                .startsWith("x.md:2: differs from region sum, which reads\nint sum = 1;");
    }

    @Test
    void blocksNeedAKnownRegion() {
        assertThat(CHECK.wrongInMarkdown(
                        "x.md", "```java\nint a;\n```\n\n<!-- region other -->\n```java\nint b;\n```\n"))
                .containsExactly("x.md:1: the line before names no region", "x.md:6: there is no region other");
    }

    @Test
    void otherLanguagesAreLeftAlone() {
        assertThat(CHECK.wrongInMarkdown("x.md", "```xml\n<a/>\n```\n```\n```\n````\n```java\n````\n"))
                .isEmpty();
    }

    @Test
    void javadocIsComparedToo() {
        String page = "/**\n * <pre>{@code\n%s * }</pre>\n *\n * {@snippet :\n%s * }\n */\npackage p;\n";
        String sum = SUM.lines().map(line -> " * " + line + "\n").reduce("", String::concat);
        assertThat(CHECK.wrongInJavadoc("p", page.formatted(sum, sum))).isEmpty();
        assertThat(CHECK.wrongInJavadoc("p", page.formatted(" * int sum = 2;\n", " * int sum = 3;\n")))
                .containsExactly("p: no region holds: int sum = 2;", "p: no region holds: int sum = 3;");
    }

    @Test
    void regionsHaveOneNameAndAnEnd() {
        assertThatThrownBy(() -> Regions.in("x", "// region a\n// region b\n// endregion"))
                .hasMessage("x: region a has no end before the next one starts");
        assertThatThrownBy(() -> Regions.in("x", "// region a")).hasMessageContaining("region a has no end");
        assertThatThrownBy(() -> Regions.in("x", "// region a\n// endregion\n// region a\n// endregion"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Regions.in("x", "  // region a\n  one;\n\n    two;\n  // endregion"))
                .isEqualTo(ImmutableMap.of("a", "one;\n\n  two;"));
    }

    private static ImmutableList<Path> compiledRoots() throws IOException {
        return below(
                ROOT,
                path -> path.endsWith(Path.of("src", "test", "java"))
                        || path.endsWith(Path.of("examples", "src", "main", "java")));
    }

    private static ImmutableList<Path> packagePages() throws IOException {
        return below(
                ROOT,
                path -> path.endsWith("package-info.java") && path.toString().contains("src/main/java"));
    }

    private static ImmutableList<Path> below(Path directory, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            // A build copies sources below target; what was not written by hand is not asked.
            List<Path> found = paths.filter(wanted)
                    .filter(path -> !ROOT.relativize(path.toAbsolutePath().normalize())
                            .toString()
                            .contains("target"))
                    .sorted()
                    .toList();
            return ImmutableList.copyOf(found);
        }
    }
}
