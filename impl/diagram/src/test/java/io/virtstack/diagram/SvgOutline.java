package io.virtstack.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What an SVG holds, whatever its white space and the order of its attributes: a line for each element and text. */
final class SvgOutline {
    private SvgOutline() {}

    static List<String> of(String svg) {
        List<String> lines = new ArrayList<>();
        outline(parse(svg).getDocumentElement(), "", lines);
        return lines;
    }

    static Document parse(String svg) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError("not well-formed: " + e.getMessage() + "\n" + svg, e);
        }
    }

    private static void outline(Element element, String indent, List<String> lines) {
        NamedNodeMap attributes = element.getAttributes();
        TreeMap<String, String> sorted = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            sorted.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        lines.add(indent + element.getTagName() + " " + sorted);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                outline(inner, indent + "  ", lines);
            } else if (!child.getNodeValue().isBlank()) {
                lines.add(indent + "  \"" + child.getNodeValue().strip() + "\"");
            }
        }
    }
}
