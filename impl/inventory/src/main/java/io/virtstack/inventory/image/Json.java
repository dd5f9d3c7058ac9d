package io.virtstack.inventory.image;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.source.Reading;
import java.io.IOException;
import java.util.Optional;

/**
 * A value in a JSON document, and its place there.
 *
 * <p>A member that is {@code null} counts as absent, which is how Go's programs write what is empty.
 *
 * @param node the value
 * @param place the document, {@code #}, and the JSON pointer of the value
 * @param reading on whose behalf it is read
 */
record Json(JsonNode node, String place, Reading reading) {
    /** {@return the value that a document consists of} */
    static Json parse(byte[] document, String name, Reading reading) {
        int depth = (int) reading.limit(Limit.JSON_DEPTH);
        JsonMapper mapper = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(depth)
                                .maxStringLength((int) reading.limit(Limit.JSON_BYTES))
                                .build())
                        .build())
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .build();
        try (JsonParser parser = mapper.createParser(document)) {
            JsonNode node = mapper.readTree(parser);
            if (node == null || parser.nextToken() != null) {
                throw reading.refuse(
                        name,
                        InventoryRule.JSON_SYNTAX,
                        node == null ? "an empty document" : "more text behind the JSON value",
                        "a document is one JSON value: save the image again");
            }
            return new Json(node, name + "#", reading);
        } catch (StreamConstraintsException e) {
            throw reading.refuse(
                    name,
                    InventoryRule.LIMIT_JSON_DEPTH,
                    "more than " + depth + " values inside one another, or a number of extreme length",
                    "if the file is to be trusted, raise ReadLimits." + Limit.JSON_DEPTH,
                    e);
        } catch (MismatchedInputException e) {
            throw reading.refuse(
                    name,
                    InventoryRule.JSON_DUPLICATE_KEY,
                    e.getOriginalMessage(),
                    "each key may occur once: do not trust this file, save the image again",
                    e);
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw reading.refuse(
                    name,
                    InventoryRule.JSON_SYNTAX,
                    (location == null ? "" : "line " + location.getLineNr() + ": ") + e.getOriginalMessage(),
                    "the document is damaged: save the image again",
                    e);
        } catch (IOException e) {
            throw reading.refuse(
                    name,
                    InventoryRule.JSON_SYNTAX,
                    String.valueOf(e.getMessage()),
                    "the document is damaged: save the image again",
                    e);
        }
    }

    /** {@return the member of this name, empty if it is absent or null} */
    Optional<Json> find(String key) {
        JsonNode member = node.get(key);
        return member == null || member.isNull() ? Optional.empty() : Optional.of(at(key, member));
    }

    /** {@return the member that goes by either name, of which at most one may be present} */
    Optional<Json> find(String key, String otherSpelling) {
        if (node.has(key) && node.has(otherSpelling)) {
            throw at(otherSpelling, node)
                    .refuse(
                            InventoryRule.JSON_DUPLICATE_KEY,
                            "both '" + key + "' and '" + otherSpelling + "'",
                            "each key may occur once: do not trust this file, save the image again");
        }
        return find(node.has(key) ? key : otherSpelling);
    }

    /** {@return the member of this name, which must be there} */
    Json get(String key) {
        return find(key).orElseThrow(() -> missing(key));
    }

    InventoryException missing(String key) {
        return refuse(
                InventoryRule.DOCUMENT_FORM, "no member '" + key + "'", "save the image again with a current tool");
    }

    /** {@return the text of the member of this name, empty if it is absent} */
    Optional<String> findText(String key) {
        return find(key).map(Json::text);
    }

    String text() {
        if (!node.isTextual()) {
            throw wrongType("text");
        }
        return node.textValue();
    }

    /** {@return this as a number of bytes} */
    long size() {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.longValue() < 0) {
            throw wrongType("a whole number from 0 to 2^63 - 1");
        }
        return node.longValue();
    }

    Digest digest() {
        String text = text();
        try {
            return Digest.of(text);
        } catch (IllegalArgumentException e) {
            throw refuse(
                    InventoryRule.DIGEST_FORM,
                    "'" + text + "'",
                    "write sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
        }
    }

    ImmutableList<Json> elements() {
        if (!node.isArray()) {
            throw wrongType("an array");
        }
        ImmutableList.Builder<Json> elements = ImmutableList.builderWithExpectedSize(node.size());
        for (int i = 0; i < node.size(); i++) {
            elements.add(at(String.valueOf(i), node.get(i)));
        }
        return elements.build();
    }

    /** {@return this, which must be an object} */
    Json object() {
        if (!node.isObject()) {
            throw wrongType("an object");
        }
        return this;
    }

    InventoryException refuse(InventoryRule rule, String value, String remedy) {
        return reading.refuse(place, rule, value, remedy);
    }

    private InventoryException wrongType(String expected) {
        String found = node.isValueNode() ? node.toString() : "an " + node.getNodeType();
        return refuse(InventoryRule.DOCUMENT_FORM, found + " instead of " + expected, "save the image again");
    }

    private Json at(String key, JsonNode member) {
        return new Json(member, place + "/" + key.replace("~", "~0").replace("/", "~1"), reading);
    }
}
