package io.virtstack.diagram.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** That Mermaid's own parser and painter are at the tests' hands, without a network. */
class MermaidIT {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void sourcesAreParsedAndDrawn() {
        try (Browser browser = Browser.start()) {
            Mermaid mermaid = Mermaid.in(browser, folder);
            String right =
                    "flowchart BT\n  hardware[\"rack-1 #lt;b#gt;\"]\n  subgraph hosts\n    os[\"debian\"] --> hardware\n  end\n";
            String wrong = "flowchart BT\n  hardware[\"rack-1\n";

            assertThat(mermaid.error(right)).isEmpty();
            assertThat(mermaid.error(wrong)).get().asString().contains("Parse error", "rack-1");
            assertThat(mermaid.svg(right)).startsWith("<svg").contains("debian");
            assertThat(mermaid.page()
                            .evaluate("document.querySelectorAll('#picture svg .node').length")
                            .intValue())
                    .isEqualTo(2);
            assertThatThrownBy(() -> mermaid.svg(wrong)).isInstanceOf(AssertionError.class);
            assertThat(mermaid.page().requests())
                    .containsExactly(folder.resolve("mermaid.min.js").toUri().toString());
            assertThat(mermaid.page().dialogs()).isEmpty();
        }
    }
}
