package io.virtstack.inventory.document;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Source;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON or YAML documents in a text.
 *
 * <p>A text that begins like JSON and is JSON is read as such, also where several values stand behind one another;
 * everything else is read as YAML of one or more documents. Empty documents are left out.
 *
 * @param documents the documents, in order
 */
public record TextDocuments(ImmutableList<Node> documents) {
    static final String TEMPLATE = "{{";

    /**
     * {@return the documents in a file, parsed once however often this is asked}
     *
     * @param source the file
     * @throws InventoryException if it is neither JSON nor YAML, or exceeds a limit
     */
    public static ImmutableList<Node> of(Source source) {
        return source.once(TextDocuments.class, () -> parse(source)).documents();
    }

    /**
     * {@return the JSON values in a file, one after the other; none if it does not begin like JSON}
     *
     * @param source the file
     * @throws InventoryException if it begins like JSON and is none, or exceeds a limit
     */
    public static ImmutableList<Node> json(Source source) {
        return source.shape() == Source.Shape.JSON ? nodes(source, JsonDocuments.of(source)) : ImmutableList.of();
    }

    /**
     * {@return the first JSON value in a file, if it has members}
     *
     * @param source the file
     * @throws InventoryException if it begins like JSON and is none, or exceeds a limit
     */
    public static Optional<Node> jsonObject(Source source) {
        return json(source).stream().findFirst().filter(Node::isMapping);
    }

    /**
     * {@return the JSON value that a file consists of, which must be one}
     *
     * @param source the file
     * @throws InventoryException if it is not one JSON value, or exceeds a limit
     */
    public static Node onlyJson(Source source) {
        ImmutableList<Node> values = json(source);
        if (values.isEmpty()) {
            throw source.refuse(
                    source.firstLine(), InventoryRule.JSON_SYNTAX, "no JSON value", "write one object or list");
        }
        if (values.size() > 1) {
            throw values.get(1)
                    .refuse(InventoryRule.JSON_SYNTAX, "a second JSON value", "put each value in a file of its own");
        }
        return values.get(0);
    }

    private static ImmutableList<Node> nodes(Source source, ImmutableList<Value> values) {
        return values.stream().map(value -> Node.root(source, value)).collect(ImmutableList.toImmutableList());
    }

    private static TextDocuments parse(Source source) {
        try {
            return new TextDocuments(nodes(source, values(source)));
        } catch (InventoryException e) {
            throw looksLikeTemplate(source, e.rule())
                    ? unrendered(
                            source,
                            source.lineAt(source.text().indexOf(TEMPLATE)),
                            "",
                            "a template with '" + TEMPLATE + "'",
                            e)
                    : e;
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
            return JsonDocuments.of(source);
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

    /** {@return the refusal of a template, or of one of its placeholders} */
    static InventoryException unrendered(
            Source source, int line, String pointer, String problem, @Nullable Throwable cause) {
        return source.refuse(
                line,
                pointer,
                InventoryRule.TEMPLATE_UNRENDERED,
                problem,
                "render the template first, for example with 'helm template', and read what that prints",
                cause);
    }
}
