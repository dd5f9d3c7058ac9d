package io.virtstack.inventory.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Tree.Kind;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Parses JSON values with their lines. It keeps no stack but the trees themselves, so that depth costs no stack. */
final class JsonTrees {
    private static final int LONGEST_NUMBER = 1_000;
    private static final int LONGEST_KEY = 50_000;

    private final Source source;
    private long values;

    private JsonTrees(Source source) {
        this.source = source;
    }

    static ImmutableList<Tree> parse(Source source) {
        return new JsonTrees(source).parse();
    }

    private ImmutableList<Tree> parse() {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) source.limit(Limit.JSON_DEPTH))
                        .maxStringLength(source.text().length() + 1)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxNameLength(LONGEST_KEY)
                        .build())
                .build();
        try (JsonParser parser = factory.createParser(source.text())) {
            ImmutableList.Builder<Tree> roots = ImmutableList.builder();
            while (parser.nextToken() != null) {
                roots.add(value(parser));
            }
            return roots.build();
        } catch (StreamConstraintsException e) {
            throw refuse(
                    e,
                    InventoryRule.LIMIT_JSON_DEPTH,
                    "more than " + source.limit(Limit.JSON_DEPTH)
                            + " values inside one another, or a number or key of extreme length",
                    "if the file is to be trusted, raise ReadLimits." + Limit.JSON_DEPTH);
        } catch (JsonProcessingException e) {
            throw refuse(
                    e, InventoryRule.JSON_SYNTAX, e.getOriginalMessage(), "the file is damaged: have it written again");
        } catch (IOException e) {
            throw source.refuse(0, "", InventoryRule.FILE_UNREADABLE, e.toString(), "read it again", e);
        }
    }

    /** The parser stands on the first token of a value, and afterwards on its last one. */
    private Tree value(JsonParser parser) throws IOException {
        Tree root = add(null, parser);
        Tree at = isOpen(root) ? root : null;
        while (at != null) {
            JsonToken token = parser.nextToken();
            if (token == null) {
                throw source.refuse(
                        line(parser.currentLocation()),
                        InventoryRule.JSON_SYNTAX,
                        "the end of the file inside a value",
                        "the file is damaged: have it written again");
            }
            if (token.isStructEnd()) {
                at = at.parent();
            } else if (token != JsonToken.FIELD_NAME) {
                Tree child = add(at, parser);
                at = isOpen(child) ? child : at;
            }
        }
        return root;
    }

    private static boolean isOpen(Tree tree) {
        return tree.isObject() || tree.isArray();
    }

    private Tree add(@Nullable Tree parent, JsonParser parser) throws IOException {
        int line = line(parser.currentTokenLocation());
        source.check(Limit.TEXT_VALUES, ++values, line);
        Kind kind = kind(parser.currentToken());
        String scalar = kind == Kind.OBJECT || kind == Kind.ARRAY ? "" : parser.getText();
        if (parent == null) {
            return Tree.root(source, line, kind, scalar);
        }
        return parent.isObject()
                ? parent.addMember(parser.currentName(), line, kind, scalar)
                : parent.addElement(line, kind, scalar);
    }

    private int line(JsonLocation location) {
        return source.firstLine() - 1 + location.getLineNr();
    }

    private static Kind kind(JsonToken token) {
        return switch (token) {
            case START_OBJECT -> Kind.OBJECT;
            case START_ARRAY -> Kind.ARRAY;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Kind.NUMBER;
            case VALUE_TRUE, VALUE_FALSE -> Kind.BOOLEAN;
            case VALUE_NULL -> Kind.NULL;
            default -> Kind.TEXT;
        };
    }

    private InventoryException refuse(JsonProcessingException e, InventoryRule rule, String value, String remedy) {
        int line = e.getLocation() == null ? 0 : line(e.getLocation());
        return source.refuse(line, "", rule, value, remedy, e);
    }
}
