package io.virtstack.inventory.source;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An XML element with the line it starts in. Children and attributes are asked for by their local names. */
public final class Element {
    private final Source source;
    private final int line;
    private final XmlName name;
    private final Map<XmlName, String> attributes = new LinkedHashMap<>();
    private final List<Element> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Element(Source source, int line, XmlName name) {
        this.source = source;
        this.line = line;
        this.name = name;
    }

    void add(Element child) {
        children.add(child);
    }

    void append(String characters) {
        text.append(characters);
    }

    void attribute(XmlName attribute, String value) {
        attributes.put(attribute, value);
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
        return text.toString().strip();
    }

    /** {@return all elements directly in it} */
    public ImmutableList<Element> children() {
        return ImmutableList.copyOf(children);
    }

    /** {@return the elements of a local name directly in it} */
    public ImmutableList<Element> children(String local) {
        return children.stream().filter(child -> child.is(local)).collect(ImmutableList.toImmutableList());
    }

    /** {@return the first element of a local name directly in it} */
    public Optional<Element> child(String local) {
        return children.stream().filter(child -> child.is(local)).findFirst();
    }

    /** {@return the text of the first element of a local name directly in it, empty if absent or blank} */
    public Optional<String> childText(String local) {
        return child(local).map(Element::text).filter(content -> !content.isEmpty());
    }

    /** {@return the value of the attribute of a local name, without the white space around it; empty if absent or blank} */
    public Optional<String> attribute(String local) {
        return attributes.entrySet().stream()
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
