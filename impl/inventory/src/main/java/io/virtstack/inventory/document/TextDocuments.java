package io.virtstack.inventory.document;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits;
import io.virtstack.inventory.ReadLimits.Limit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Reads a text as JSON or YAML, whichever it is. All methods are pure. */
public final class TextDocuments {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String TEMPLATE = "{{";

    private TextDocuments() {}

    /**
     * {@return the documents in a text}
     *
     * <p>A text that begins like JSON and is JSON is read as such, also where several values stand behind one another;
     * everything else is read as YAML of one or more documents. Empty documents are left out.
     *
     * @param bytes UTF-8, or UTF-16
     * @param limits how much it may demand
     * @throws DocumentException if it is neither, or exceeds a limit
     */
    public static ImmutableList<Node> read(byte[] bytes, ReadLimits limits) {
        return read(decode(bytes, limits), limits);
    }

    /**
     * {@return the documents in a text}
     *
     * @param text JSON or YAML
     * @param limits how much it may demand
     * @throws DocumentException if it is neither, or exceeds a limit
     */
    public static ImmutableList<Node> read(String text, ReadLimits limits) {
        try {
            return values(text, limits).stream()
                    .map(value -> new Node(value, ""))
                    .collect(ImmutableList.toImmutableList());
        } catch (DocumentException e) {
            throw looksLikeTemplate(text, e.rule()) ? unrendered(e) : e;
        }
    }

    /**
     * {@return the text in some bytes}
     *
     * @param bytes UTF-8, or UTF-16, with or without a byte order mark
     * @param limits how many there may be
     * @throws DocumentException if they are something else, or exceed the limit
     */
    public static String decode(byte[] bytes, ReadLimits limits) {
        if (bytes.length > limits.get(Limit.DOCUMENT_BYTES)) {
            throw new DocumentException(
                    ".",
                    InventoryRule.LIMIT_DOCUMENT_BYTES,
                    bytes.length + " exceeds the limit of " + limits.get(Limit.DOCUMENT_BYTES),
                    "if the file is to be trusted, raise ReadLimits." + Limit.DOCUMENT_BYTES,
                    null);
        }
        Charset charset = charset(bytes);
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new DocumentException(
                    ".", InventoryRule.TEXT_ENCODING, "bytes that are no " + charset, "save the file as UTF-8", e);
        }
    }

    private static Charset charset(byte[] bytes) {
        if (bytes.length < 2) {
            return StandardCharsets.UTF_8;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        if ((first == 0xFE && second == 0xFF) || (first == 0 && second != 0)) {
            return StandardCharsets.UTF_16BE;
        }
        boolean littleEndian = (first == 0xFF && second == 0xFE) || (first != 0 && second == 0);
        return littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
    }

    private static ImmutableList<Value> values(String text, ReadLimits limits) {
        int start = CharMatcher.whitespace().negate().indexIn(text);
        boolean likeJson = start >= 0 && (text.charAt(start) == '{' || text.charAt(start) == '[');
        if (!likeJson) {
            return YamlParser.parse(text, limits);
        }
        try {
            return JsonDocuments.parse(text, limits);
        } catch (DocumentException json) {
            if (json.rule() != InventoryRule.JSON_SYNTAX) {
                throw json;
            }
            try {
                return YamlParser.parse(text, limits);
            } catch (DocumentException yaml) {
                json.addSuppressed(yaml);
                throw json;
            }
        }
    }

    private static boolean looksLikeTemplate(String text, InventoryRule rule) {
        return text.contains(TEMPLATE)
                && (rule == InventoryRule.YAML_SYNTAX
                        || rule == InventoryRule.YAML_KEY
                        || rule == InventoryRule.YAML_DUPLICATE_KEY
                        || rule == InventoryRule.JSON_SYNTAX);
    }

    private static DocumentException unrendered(DocumentException cause) {
        return new DocumentException(
                cause.place(),
                InventoryRule.TEMPLATE_UNRENDERED,
                "a template with '{{': " + cause.value(),
                "render it first, for example with 'helm template', and read what that prints",
                cause);
    }
}
