package io.virtstack.inventory.document;

import com.google.common.base.Ascii;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.source.Source;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value in a document, and its place there. Immutable and safe for use by several threads.
 *
 * <p>A member that is null counts as absent, which is how Go's programs write what is empty.
 */
public final class Node {
    private static final ImmutableSet<String> NULLS = ImmutableSet.of("", "~", "null", "Null", "NULL");
    private static final ImmutableMap<String, Boolean> FLAGS = ImmutableMap.of(
            "true", true, "yes", true, "on", true, "y", true, "false", false, "no", false, "off", false, "n", false);

    private static final String WHOLE = "a whole number below 2^63";
    private static final int LONGEST_NUMBER = 1_000;

    private final Source source;
    private final Value value;
    private final @Nullable Node parent;
    private final String key;

    private Node(Source source, Value value, @Nullable Node parent, String key) {
        this.source = source;
        this.value = value;
        this.parent = parent;
        this.key = key;
    }

    static Node root(Source source, Value value) {
        return new Node(source, value, null, "");
    }

    /** {@return the line it begins in, from 1} */
    public int line() {
        return value.line();
    }

    /** {@return the file it stands in} */
    public Source source() {
        return source;
    }

    /** {@return the JSON pointer of this in its document} */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Node at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, step(at.key));
        }
        return pointer.toString();
    }

    /**
     * Notes what is assumed or left out about this.
     *
     * @param reason one line
     */
    public void note(String reason) {
        source.note(line(), reason);
    }

    /** {@return whether it has members} */
    public boolean isMapping() {
        return value instanceof Value.Mapping;
    }

    /** {@return whether it has elements} */
    public boolean isSequence() {
        return value instanceof Value.Sequence;
    }

    /** {@return whether it is a text, number or truth value} */
    public boolean isScalar() {
        return value instanceof Value.Scalar && !isNull();
    }

    /** {@return whether nothing is stated} */
    public boolean isNull() {
        return value instanceof Value.Scalar scalar && scalar.plain() && NULLS.contains(scalar.text());
    }

    /** {@return the tag of an application's own that stands before it} */
    public Optional<String> tag() {
        return value.tag();
    }

    /**
     * {@return the member of this name, empty if it is absent or null}
     *
     * @param key the name
     */
    public Optional<Node> find(String key) {
        if (!(value instanceof Value.Mapping mapping)) {
            return Optional.empty();
        }
        Value member = mapping.members().get(key);
        return member == null
                ? Optional.empty()
                : Optional.of(child(key, member)).filter(node -> !node.isNull());
    }

    /**
     * {@return the member behind these names, empty if one on the way is absent}
     *
     * @param keys the names, outermost first
     */
    public Optional<Node> path(String... keys) {
        Optional<Node> found = Optional.of(this);
        for (String key : keys) {
            found = found.flatMap(node -> node.find(key));
        }
        return found;
    }

    /**
     * {@return the member of this name, which must be there}
     *
     * @param key the name
     */
    public Node get(String key) {
        return find(key).orElseThrow(() -> refuse("no member '" + key + "'", "state it"));
    }

    /**
     * {@return whether there is such a member, other than null}
     *
     * @param key the name
     */
    public boolean has(String key) {
        return find(key).isPresent();
    }

    /** {@return this, which must be a mapping} */
    public Node mapping() {
        if (!isMapping()) {
            throw wrongType("a mapping");
        }
        return this;
    }

    /** {@return the names of the members in order, of null ones, too; none if this is no mapping} */
    public ImmutableSet<String> names() {
        return value instanceof Value.Mapping mapping ? mapping.members().keySet() : ImmutableSet.of();
    }

    /** {@return the members in order, null ones included; this must be a mapping} */
    public ImmutableMap<String, Node> members() {
        if (!(value instanceof Value.Mapping mapping)) {
            throw wrongType("a mapping");
        }
        ImmutableMap.Builder<String, Node> members = ImmutableMap.builder();
        for (Map.Entry<String, Value> member : mapping.members().entrySet()) {
            members.put(member.getKey(), child(member.getKey(), member.getValue()));
        }
        return members.buildOrThrow();
    }

    /** {@return the elements in order; this must be a sequence} */
    public ImmutableList<Node> elements() {
        if (!(value instanceof Value.Sequence sequence)) {
            throw wrongType("a list");
        }
        ImmutableList.Builder<Node> elements = ImmutableList.builder();
        int index = 0;
        for (Value element : sequence.elements()) {
            elements.add(child(String.valueOf(index++), element));
        }
        return elements.build();
    }

    /**
     * {@return the elements of the member of this name, none if it is absent}
     *
     * @param key the name
     */
    public ImmutableList<Node> list(String key) {
        return find(key).map(Node::elements).orElse(ImmutableList.of());
    }

    /**
     * {@return the text of the member of this name, empty if it is absent or an empty text}
     *
     * @param key the name
     */
    public Optional<String> findText(String key) {
        return find(key).map(Node::text).filter(text -> !text.isEmpty());
    }

    /** {@return the text as it is written, also of a number; this must be a scalar} */
    public String text() {
        if (!isScalar()) {
            throw wrongType("a text");
        }
        return ((Value.Scalar) value).text();
    }

    /** {@return the text, which must be no placeholder of a template} */
    public String rendered() {
        String text = text();
        if (isPlaceholder()) {
            throw refuse("a placeholder", "state a value");
        }
        return text;
    }

    /** {@return whether it is a text in quotes, so that it is no number} */
    public boolean isQuoted() {
        return value instanceof Value.Scalar scalar && !scalar.plain();
    }

    /** {@return this as an exact whole number; 1e3 and 1000.0 are whole, too} */
    public long wholeNumber() {
        String written = text();
        try {
            if (written.length() <= LONGEST_NUMBER) {
                return new BigDecimal(written).longValueExact();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType(WHOLE);
        }
        throw wrongType(WHOLE);
    }

    /**
     * {@return this as a whole number within bounds}
     *
     * @param lowest the lowest that is accepted
     * @param highest the highest that is accepted
     */
    public long wholeNumber(long lowest, long highest) {
        long number = wholeNumber();
        if (number < lowest || number > highest) {
            throw wrongType("a whole number from " + lowest + " to " + highest);
        }
        return number;
    }

    /**
     * {@return this as a whole number within bounds, which must not stand in quotes}
     *
     * @param lowest the lowest that is accepted
     * @param highest the highest that is accepted
     */
    public long unquotedNumber(long lowest, long highest) {
        if (isQuoted()) {
            throw refuse("a text instead of a number", "write it without quotes");
        }
        return wholeNumber(lowest, highest);
    }

    /** {@return this as a truth value, in any spelling of YAML 1.1 or 1.2} */
    public boolean flag() {
        Boolean flag = FLAGS.get(Ascii.toLowerCase(text()));
        if (flag == null) {
            throw wrongType("true or false");
        }
        return flag;
    }

    /**
     * {@return a refusal of this for its form}
     *
     * @param problem what is wrong
     * @param remedy what to do about it
     */
    public InventoryException refuse(String problem, String remedy) {
        return refuse(InventoryRule.DOCUMENT_FORM, problem, remedy);
    }

    /**
     * {@return a refusal of this; for what is a placeholder of a template, for being one}
     *
     * @param rule the rule that is broken
     * @param problem what is wrong
     * @param remedy what to do about it
     */
    public InventoryException refuse(InventoryRule rule, String problem, String remedy) {
        return isPlaceholder()
                ? TextDocuments.unrendered(source, line(), pointer(), "'" + text() + "'", null)
                : source.refuse(line(), pointer(), rule, problem, remedy, null);
    }

    private boolean isPlaceholder() {
        return isScalar() && text().contains(TextDocuments.TEMPLATE);
    }

    /** {@return line and pointer} */
    @Override
    public String toString() {
        return "line " + line() + " " + pointer();
    }

    private InventoryException wrongType(String expected) {
        String found;
        if (value instanceof Value.Scalar scalar) {
            found = isNull() ? "nothing" : "'" + scalar.text() + "'";
        } else {
            found = isMapping() ? "a mapping" : "a list";
        }
        return refuse(found + " instead of " + expected, "state " + expected);
    }

    /** {@return a key as one step of a JSON pointer} */
    static String step(String key) {
        return "/" + key.replace("~", "~0").replace("/", "~1");
    }

    private Node child(String name, Value member) {
        return new Node(source, member, this, name);
    }
}
