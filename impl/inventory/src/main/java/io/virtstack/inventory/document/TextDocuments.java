package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Source;

/**
 * The JSON or YAML documents in a text.
 *
 * <p>A text that begins like JSON and is JSON is read as such, also where several values stand behind one another;
 * everything else is read as YAML of one or more documents. Empty documents are left out.
 *
 * @param documents the documents, in order
 */
public record TextDocuments(ImmutableList<Node> documents) {
    private static final String TEMPLATE = "{{";

    /**
     * {@return the documents in a file, parsed once however often this is asked}
     *
     * @param source the file
     * @throws InventoryException if it is neither JSON nor YAML, or exceeds a limit
     */
    public static ImmutableList<Node> of(Source source) {
        return source.once(TextDocuments.class, () -> parse(source)).documents();
    }

    private static TextDocuments parse(Source source) {
        try {
            return new TextDocuments(values(source).stream()
                    .map(value -> new Node(source, value, ""))
                    .collect(ImmutableList.toImmutableList()));
        } catch (InventoryException e) {
            throw looksLikeTemplate(source, e.rule()) ? unrendered(source, e) : e;
        }
    }

    private static ImmutableList<Value> values(Source source) {
        if (source.shape() == Source.Shape.XML) {
            return ImmutableList.of();
        }
        if (source.shape() != Source.Shape.JSON) {
            return YamlParser.parse(source);
        }
        try {
            return JsonDocuments.parse(source);
        } catch (InventoryException json) {
            if (json.rule() != InventoryRule.JSON_SYNTAX) {
                throw json;
            }
            try {
                return YamlParser.parse(source);
            } catch (InventoryException yaml) {
                json.addSuppressed(yaml);
                throw json;
            }
        }
    }

    private static boolean looksLikeTemplate(Source source, InventoryRule rule) {
        return source.text().contains(TEMPLATE)
                && (rule == InventoryRule.YAML_SYNTAX
                        || rule == InventoryRule.YAML_KEY
                        || rule == InventoryRule.YAML_DUPLICATE_KEY
                        || rule == InventoryRule.JSON_SYNTAX);
    }

    private static InventoryException unrendered(Source source, InventoryException cause) {
        return source.refuse(
                source.lineAt(source.text().indexOf(TEMPLATE)),
                "",
                InventoryRule.TEMPLATE_UNRENDERED,
                "a template with '{{'",
                "render it first, for example with 'helm template', and read what that prints",
                cause);
    }
}
