package io.virtstack.inventory.source;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Parses XML with its lines. A document type declaration is refused before anything it could define is used, and nothing
 * outside the text is ever looked up.
 */
public final class Xml {
    private static final String MOST_DEPTH_OF_JAVA = "jdk.xml.maxElementDepth";

    private static final Pattern UNBOUND = Pattern.compile("PrefixUnbound\\?.*&([^&]*:[^&]*)");

    private final Source source;
    private final Map<XmlName, XmlName> names = new HashMap<>();
    private long elements;

    /** Parses this source's text. */
    public Xml(Source source) {
        this.source = source;
    }

    /**
     * {@return the root element, with all it holds}
     *
     * @throws InventoryException if the text is malformed, declares a document type, or exceeds a limit
     */
    public Element parse() {
        return read(false);
    }

    /** {@return the name of the root element; what it holds is not looked at} */
    XmlName rootName() {
        return read(true).name();
    }

    private Element read(boolean rootOnly) {
        try {
            XMLStreamReader reader = factory().createXMLStreamReader(new StringReader(withoutDeclaration()));
            try {
                return read(reader, rootOnly);
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            throw source.refuse(
                    line,
                    "",
                    InventoryRule.XML_SYNTAX,
                    firstLine(String.valueOf(e.getMessage())),
                    "the file is damaged: have it written again",
                    e);
        }
    }

    private Element read(XMLStreamReader reader, boolean rootOnly) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD -> throw doctype(line(reader));
                case XMLStreamConstants.ENTITY_REFERENCE ->
                    throw source.refuse(
                            line(reader),
                            InventoryRule.XML_SYNTAX,
                            "the entity '" + reader.getLocalName() + "'",
                            "write the text in place of the entity");
                case XMLStreamConstants.START_ELEMENT -> {
                    Element element = element(reader, open);
                    root = root == null ? element : root;
                    open.push(element);
                    if (rootOnly) {
                        return root;
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    Element inside = open.peek();
                    if (inside != null) {
                        inside.append(reader.getText());
                    }
                }
                default -> {}
            }
        }
        if (root == null) {
            throw source.refuse(
                    0, InventoryRule.XML_SYNTAX, "no element", "the file is damaged: have it written again");
        }
        return root;
    }

    private Element element(XMLStreamReader reader, Deque<Element> open) {
        int line = line(reader);
        source.check(Limit.TEXT_VALUES, elements += 1 + reader.getAttributeCount(), line);
        source.check(Limit.XML_DEPTH, open.size() + 1L, line);
        Element element = new Element(source, line, name(reader.getNamespaceURI(), reader.getLocalName()));
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.attribute(
                    name(reader.getAttributeNamespace(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        Element parent = open.peek();
        if (parent != null) {
            parent.add(element);
        }
        return element;
    }

    private InventoryException doctype(int line) {
        return source.refuse(
                line,
                InventoryRule.XML_DOCTYPE,
                "a document type declaration",
                "do not trust this file; no tool that describes machines writes one: remove it");
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        // Newer Java has a limit of its own, which would speak before the one that callers set.
        factory.setProperty(MOST_DEPTH_OF_JAVA, 0);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new StringReader(""));
        return factory;
    }

    /** The text is decoded already: what its declaration says of an encoding no longer holds. */
    private String withoutDeclaration() {
        String text = source.text();
        int start = 0;
        while (start < text.length() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        if (!text.startsWith("<?xml", start)) {
            return text;
        }
        int end = text.indexOf("?>", start);
        if (end < 0) {
            return text;
        }
        StringBuilder blank = new StringBuilder(text);
        for (int i = start; i < end + 2; i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                blank.setCharAt(i, ' ');
            }
        }
        return blank.toString();
    }

    private XmlName name(@Nullable String namespace, String local) {
        XmlName name = new XmlName(namespace == null ? "" : namespace, local);
        return names.computeIfAbsent(name, first -> first);
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(0, reader.getLocation().getLineNumber());
    }

    /** The parser's messages carry the place in a first line of their own. */
    private static String firstLine(String message) {
        Matcher unbound = UNBOUND.matcher(message);
        if (unbound.find()) {
            return "the prefix of '" + unbound.group(1) + "' is declared nowhere";
        }
        int at = message.indexOf("Message: ");
        return at < 0 ? message : message.substring(at + "Message: ".length());
    }
}
