package io.virtstack.inventory.source;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.inventory.InventoryOptions;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Texts as sources, without files. */
public final class Texts {
    private Texts() {}

    public static Source source(String text) {
        return source(text, InventoryOptions.defaults());
    }

    public static Source source(String text, InventoryOptions options) {
        return source(text.getBytes(StandardCharsets.UTF_8), options);
    }

    public static Source source(byte[] bytes, InventoryOptions options) {
        return new Source(Path.of("nowhere", "text"), bytes, options, InventoryException::new);
    }

    /** {@return the only document} */
    public static Node document(String text) {
        ImmutableList<Node> documents = TextDocuments.of(source(text));
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    public static <T> T only(Iterable<T> elements) {
        assertThat(elements).hasSize(1);
        return elements.iterator().next();
    }

    public static ImmutableList<String> notes(Source source) {
        return source.notes().stream().map(InventoryNote::reason).collect(ImmutableList.toImmutableList());
    }

    /** Expects a refusal, with everything that it must say. */
    public static void expectRefusal(ThrowingCallable call, InventoryRule rule, int line) {
        assertThatThrownBy(call)
                .asInstanceOf(InstanceOfAssertFactories.type(InventoryException.class))
                .satisfies(refusal -> {
                    assertThat(refusal.rule()).as("%s", refusal.getMessage()).isEqualTo(rule);
                    assertThat(refusal.line().orElse(0))
                            .as("%s", refusal.getMessage())
                            .isEqualTo(line);
                    assertThat(refusal.getMessage()).contains(rule.id()).contains("; ");
                });
    }
}
