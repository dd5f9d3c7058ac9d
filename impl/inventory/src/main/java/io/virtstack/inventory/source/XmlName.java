package io.virtstack.inventory.source;

/**
 * The name of an XML element.
 *
 * @param namespace the namespace, empty for none
 * @param local the name within it
 */
public record XmlName(String namespace, String local) {}
