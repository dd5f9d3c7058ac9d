package io.virtstack.inventory.source;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An XML element with the line it starts in. Children and attributes are asked for by their local names. */
public final class Element {
    /** Most elements hold little, and there may be very many of them. */
    private static final int FEW = 4;

    private final Source source;
    private final int line;
    private final XmlName name;
    private @Nullable Map<XmlName, String> attributes;
    private @Nullable List<Element> children;
    private @Nullable StringBuilder text;

    Element(Source source, int line, XmlName name) {
        this.source = source;
        this.line = line;
        this.name = name;
    }

    void add(Element child) {
        List<Element> own = children == null ? new ArrayList<>(FEW) : children;
        children = own;
        own.add(child);
    }

    void append(String characters) {
        StringBuilder own = text == null ? new StringBuilder(characters.length()) : text;
        text = own;
        own.append(characters);
    }

    void attribute(XmlName attribute, String value) {
        Map<XmlName, String> own = attributes == null ? new LinkedHashMap<>(FEW) : attributes;
        attributes = own;
        own.put(attribute, value);
    }

    /** {@return the file it stands in} */
    public Source source() {
        return source;
    }

    /** {@return the number of the line that it starts in} */
    public int line() {
        return line;
    }

    /** {@return its name} */
    public XmlName name() {
        return name;
    }

    /** {@return whether it goes by this local name, in whatever namespace} */
    public boolean is(String local) {
        return name.local().equals(local);
    }

    /** {@return its own text, without the white space around it} */
    public String text() {
        return text == null ? "" : text.toString().strip();
    }

    /** {@return all elements directly in it} */
    public ImmutableList<Element> children() {
        return children == null ? ImmutableList.of() : ImmutableList.copyOf(children);
    }

    /** {@return the elements of a local name directly in it} */
    public ImmutableList<Element> children(String local) {
        return children().stream().filter(child -> child.is(local)).collect(ImmutableList.toImmutableList());
    }

    /** {@return the first element of a local name directly in it} */
    public Optional<Element> child(String local) {
        return children().stream().filter(child -> child.is(local)).findFirst();
    }

    /** {@return the text of the first element of a local name directly in it, empty if absent or blank} */
    public Optional<String> childText(String local) {
        return child(local).map(Element::text).filter(content -> !content.isEmpty());
    }

    /** {@return the value of the attribute of a local name, without the white space around it; empty if absent or blank} */
    public Optional<String> attribute(String local) {
        return attributes == null
                ? Optional.empty()
                : attributes.entrySet().stream()
                        .filter(entry -> entry.getKey().local().equals(local))
                        .map(entry -> entry.getValue().strip())
                        .filter(value -> !value.isEmpty())
                        .findFirst();
    }

    /** Notes what is assumed or left out about this. */
    public void note(String reason) {
        source.note(line, reason);
    }

    /** {@return the exception that refuses this} */
    public InventoryException refuse(String value, String remedy) {
        return source.refuse(line, "<" + name.local() + ">", InventoryRule.XML_FORM, value, remedy, null);
    }
}
