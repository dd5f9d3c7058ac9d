package io.virtstack.docs;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.compiling.InMemoryFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JavadocTest {
    @ParameterizedTest
    @ValueSource(strings = {"api", "impl/inventory"})
    void everythingThatIsShownIsDocumented(String module) {
        assertThat(JavadocCheck.missing(Path.of("..", module, "src", "main", "java")))
                .isEmpty();
    }

    @Test
    void missingCommentsAreFound() {
        assertThat(missing(Optional.empty(), ImmutableMap.of("Shown", """
                package p;

                public interface Shown {
                    int CONSTANT = 1;
                    void method();
                    /** {@return text} */
                    String documented();
                    @Override
                    String toString();
                    private void hidden() {}
                    record Pair(int one, int two) {}
                    /**
                     * Documented.
                     *
                     * @param one documented
                     * @param two
                     */
                    record Half(int one, int two) {
                        static final int HIDDEN = 1;
                        public Half {}
                    }
                    /** Documented. */
                    enum Kind { ONE, /** Documented. */ TWO }
                    /** @return no sentence */
                    int tagOnly();
                }
                """)))
                .containsExactlyInAnyOrder(
                        "Shown: no first sentence",
                        "Shown.CONSTANT: no first sentence",
                        "Shown.method: no first sentence",
                        "Shown.Pair: no first sentence",
                        "Shown.Pair: no @param one",
                        "Shown.Pair: no @param two",
                        "Shown.Half: no @param two",
                        "Shown.Half.<init>: no first sentence",
                        "Shown.Kind.ONE: no first sentence",
                        "Shown.tagOnly: no first sentence",
                        "package p: package-info.java does not say its Entry type");
    }

    @Test
    void whatIsHiddenNeedsNoComment() {
        assertThat(missing(Optional.empty(), ImmutableMap.of("Hidden", """
                package p;

                class Hidden {
                    public void method() {}
                    public static class Nested {}
                }
                """, "package-info", """
                /** Words. Entry type: {@link Hidden}. */
                package p;
                """)))
                .isEmpty();
    }

    @Test
    void onlyExportedPackagesAreShown() {
        ImmutableMap<String, String> sources = ImmutableMap.of(
                "Open", "package open; public class Open {}", "Closed", "package closed; public class Closed {}");
        assertThat(missing(Optional.of("module m {\n    exports open;\n}"), sources))
                .contains("Open: no first sentence")
                .doesNotContain("Closed: no first sentence")
                .contains("package closed: package-info.java does not say its Entry type");
        assertThat(missing(Optional.empty(), sources)).contains("Open: no first sentence", "Closed: no first sentence");
    }

    @Test
    void sourcesThatCannotBeReadAreNoneThatAreDocumented() {
        assertThatThrownBy(() -> missing(Optional.empty(), ImmutableMap.of("Broken", "class {")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void typesOutOfReachDoNotHideWhatIsMissing() {
        assertThat(missing(Optional.empty(), ImmutableMap.of("Reader", """
                package p;

                import not.there.Library;

                public class Reader extends Library {
                    protected Library.Part part(Library library) {
                        return library.part();
                    }
                }
                """)))
                .contains("Reader: no first sentence", "Reader.part: no first sentence");
    }

    private static ImmutableList<String> missing(Optional<String> module, ImmutableMap<String, String> sources) {
        return JavadocCheck.missing(module, InMemoryFiles.sources(sources));
    }
}
