package io.virtstack.inventory.source;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A value of a document of nested values (JSON, YAML), with the line it stands in and its path from the document's root.
 *
 * <p>A member that is null counts as absent, which is how Go's programs write what is empty.
 */
public final class Tree {
    /** What a value is. */
    public enum Kind {
        /** Members by name. */
        OBJECT,
        /** Values in order. */
        ARRAY,
        /** A text. */
        TEXT,
        /** A number, kept as it is written. */
        NUMBER,
        /** True or false. */
        BOOLEAN,
        /** Nothing. */
        NULL
    }

    /** Most objects and arrays have few values, and there may be very many of them. */
    private static final int FEW = 4;

    private final Source source;
    private final int line;
    private final Kind kind;
    private final String scalar;
    private final @Nullable Tree parent;
    private final String key;
    private @Nullable Map<String, Tree> members;
    private @Nullable List<Tree> elements;

    private Tree(Source source, int line, Kind kind, String scalar, @Nullable Tree parent, String key) {
        this.source = source;
        this.line = line;
        this.kind = kind;
        this.scalar = scalar;
        this.parent = parent;
        this.key = key;
    }

    /** {@return the root of a document} */
    public static Tree root(Source source, int line, Kind kind, String scalar) {
        return new Tree(source, line, kind, scalar, null, "");
    }

    /**
     * {@return a new member of this object}
     *
     * @throws InventoryException if it has that member already
     */
    public Tree addMember(String name, int at, Kind memberKind, String memberScalar) {
        Tree member = new Tree(source, at, memberKind, memberScalar, this, name);
        Map<String, Tree> own = members == null ? new LinkedHashMap<>(FEW) : members;
        members = own;
        if (own.putIfAbsent(name, member) != null) {
            throw member.refuse(
                    InventoryRule.JSON_DUPLICATE_KEY,
                    "the key '" + name + "' again",
                    "each key may occur once: do not trust this file, have it written again");
        }
        return member;
    }

    /** {@return a new last element of this array} */
    public Tree addElement(int at, Kind elementKind, String elementScalar) {
        List<Tree> own = elements == null ? new ArrayList<>(FEW) : elements;
        elements = own;
        Tree element = new Tree(source, at, elementKind, elementScalar, this, String.valueOf(own.size()));
        own.add(element);
        return element;
    }

    /** {@return the file it stands in} */
    public Source source() {
        return source;
    }

    /** {@return the number of the line, from 1} */
    public int line() {
        return line;
    }

    /** {@return what it is} */
    public Kind kind() {
        return kind;
    }

    /** {@return what it stands in, null for a root} */
    @Nullable
    Tree parent() {
        return parent;
    }

    /** {@return the name of this member, or the index of this element; empty for a root} */
    public String key() {
        return key;
    }

    /** {@return whether it is an object} */
    public boolean isObject() {
        return kind == Kind.OBJECT;
    }

    /** {@return whether it is an array} */
    public boolean isArray() {
        return kind == Kind.ARRAY;
    }

    /** {@return whether it is a text} */
    public boolean isText() {
        return kind == Kind.TEXT;
    }

    /** {@return whether this is an object with a member of that name, even if that is null} */
    public boolean has(String name) {
        return membersByName().containsKey(name);
    }

    /** {@return the member of that name, empty if it is absent or null, or if this is no object} */
    public Optional<Tree> find(String name) {
        return Optional.ofNullable(membersByName().get(name)).filter(member -> member.kind != Kind.NULL);
    }

    /** {@return the member of that name, which must be there} */
    public Tree get(String name) {
        return object().find(name)
                .orElseThrow(() -> refuse(
                        InventoryRule.JSON_FORM,
                        "no member '" + name + "'",
                        "have the file written again by a current tool"));
    }

    /** {@return the text of the member of that name, empty if it is absent} */
    public Optional<String> findText(String name) {
        return find(name).map(Tree::text);
    }

    /** {@return the members of this object that are not null, in their order} */
    public ImmutableList<Tree> members() {
        return object().membersByName().values().stream()
                .filter(member -> member.kind != Kind.NULL)
                .collect(ImmutableList.toImmutableList());
    }

    /** {@return the names of all members of this object, of those that are null, too} */
    public ImmutableSet<String> names() {
        return ImmutableSet.copyOf(object().membersByName().keySet());
    }

    /** {@return the elements of this, which must be an array} */
    public ImmutableList<Tree> elements() {
        if (!isArray()) {
            throw wrongType("an array");
        }
        return elements == null ? ImmutableList.of() : ImmutableList.copyOf(elements);
    }

    /** {@return this, which must be an object} */
    public Tree object() {
        if (!isObject()) {
            throw wrongType("an object");
        }
        return this;
    }

    /** {@return this as a text, which it must be} */
    public String text() {
        if (kind != Kind.TEXT) {
            throw wrongType("text");
        }
        return scalar;
    }

    /** {@return what is written here, be it a text, a number or a truth value} */
    public String scalar() {
        if (isObject() || isArray()) {
            throw wrongType("a single value");
        }
        return scalar;
    }

    /** {@return this as true or false, which it must be} */
    public boolean truth() {
        if (kind != Kind.BOOLEAN) {
            throw wrongType("true or false");
        }
        return Boolean.parseBoolean(scalar);
    }

    /** {@return this as an exact whole number within {@code long}; 1e3 and 1000.0 are whole, too} */
    public long number() {
        if (kind != Kind.NUMBER) {
            throw wrongType("a number");
        }
        try {
            return new BigDecimal(scalar).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw wrongType("a whole number from -2^63 to 2^63 - 1");
        }
    }

    /** {@return this as a number of something, from 0} */
    public long count() {
        long number = number();
        if (number < 0) {
            throw wrongType("a number from 0");
        }
        return number;
    }

    /** Notes what is assumed or left out about this. */
    public void note(String reason) {
        source.note(line, reason);
    }

    /** {@return the JSON pointer of this in its document} */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        for (Tree at = this; at.parent != null; at = at.parent) {
            pointer.insert(0, "/" + at.key.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }

    /** {@return the exception that refuses this} */
    public InventoryException refuse(InventoryRule rule, String value, String remedy) {
        return source.refuse(line, pointer(), rule, value, remedy, null);
    }

    private Map<String, Tree> membersByName() {
        return members == null ? Map.of() : members;
    }

    private InventoryException wrongType(String expected) {
        String found = isObject() ? "an object" : isArray() ? "an array" : "'" + scalar + "'";
        return refuse(
                InventoryRule.JSON_FORM,
                found + " instead of " + expected,
                "have the file written again by a current tool");
    }

    /** {@return the kind and the place} */
    @Override
    public String toString() {
        return kind + " at line " + line + " " + pointer();
    }
}
