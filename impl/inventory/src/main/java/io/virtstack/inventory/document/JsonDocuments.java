package io.virtstack.inventory.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;

/** JSON into values: one value, or several behind one another as command lines print them. */
final class JsonDocuments {
    private static final Pattern BEGIN =
            Pattern.compile(" \\(start marker at \\[Source: [^\\]]*line: (\\d+), column: \\d+\\]\\)");

    private final ImmutableList<Value> values;
    private final Optional<InventoryException> error;

    private JsonDocuments(ImmutableList<Value> values, Optional<InventoryException> error) {
        this.values = values;
        this.error = error;
    }

    /**
     * {@return the values in a text; parsed once, also if it is malformed}
     *
     * @throws InventoryException if it is malformed or exceeds a limit
     */
    static ImmutableList<Value> of(Source source) {
        JsonDocuments documents = source.once(JsonDocuments.class, () -> tried(source));
        documents.error.ifPresent(error -> {
            throw error;
        });
        return documents.values;
    }

    private static JsonDocuments tried(Source source) {
        try {
            return new JsonDocuments(parse(source), Optional.empty());
        } catch (InventoryException e) {
            return new JsonDocuments(ImmutableList.of(), Optional.of(e));
        }
    }

    private static ImmutableList<Value> parse(Source source) {
        int longest = source.text().length() + 1;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth((int) source.limit(Limit.JSON_DEPTH))
                        .maxStringLength(longest)
                        .maxNumberLength(longest)
                        .maxNameLength(longest)
                        .build())
                .build();
        ImmutableList.Builder<Value> documents = ImmutableList.builder();
        ValueBuilder builder = new ValueBuilder(source, InventoryRule.JSON_DUPLICATE_KEY, false);
        int before = source.firstLine() - 1;
        int line = before + 1;
        try (JsonParser parser = factory.createParser(source.text())) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                line = before + parser.currentTokenLocation().getLineNr();
                take(token, parser, line, builder);
                builder.take().ifPresent(documents::add);
            }
        } catch (StreamConstraintsException e) {
            throw source.refuse(
                    line,
                    "",
                    InventoryRule.LIMIT_JSON_DEPTH,
                    "more than " + source.limit(Limit.JSON_DEPTH) + " values inside one another",
                    "if the file is to be trusted, raise ReadLimits." + Limit.JSON_DEPTH,
                    e);
        } catch (JsonProcessingException e) {
            int where =
                    e.getLocation() == null ? line : before + e.getLocation().getLineNr();
            throw source.refuse(
                    where,
                    "",
                    InventoryRule.JSON_SYNTAX,
                    problem(e, before),
                    "correct it, or write the file again with the tool it comes from",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException("reading a text in memory", e);
        }
        return documents.build();
    }

    /** The parser names the place where something open begins by its own idea of the source. */
    private static String problem(JsonProcessingException e, int before) {
        return BEGIN.matcher(String.valueOf(e.getOriginalMessage()))
                .replaceAll(begin -> " for what begins in line " + (before + Integer.parseInt(begin.group(1))));
    }

    private static void take(JsonToken token, JsonParser parser, int line, ValueBuilder builder) throws IOException {
        switch (token) {
            case START_OBJECT, START_ARRAY -> builder.begin(token == JsonToken.START_OBJECT, line, Optional.empty());
            case END_OBJECT, END_ARRAY -> builder.end();
            case FIELD_NAME -> builder.key(parser.currentName(), true, line);
            case VALUE_STRING -> builder.add(new Value.Scalar(line, Optional.empty(), parser.getText(), false));
            default -> builder.add(new Value.Scalar(line, Optional.empty(), parser.getText(), true));
        }
    }
}
