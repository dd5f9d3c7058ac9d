package io.virtstack.inventory.kubernetes;

import io.virtstack.inventory.document.Node;
import java.util.Optional;

/**
 * What tells an object of a cluster from others.
 *
 * @param kind for example {@code Deployment}
 * @param namespace {@code default} unless stated
 * @param name within kind and namespace
 */
record ObjectKey(String kind, String namespace, String name) {
    static final String DEFAULT = "default";

    static ObjectKey of(Node object, String kind) {
        Optional<Node> metadata = object.find("metadata");
        String name = metadata.flatMap(node -> node.find("name"))
                .or(() -> metadata.flatMap(node -> node.find("generateName")))
                .map(PodContainer::rendered)
                .orElseGet(() -> {
                    object.note("a " + kind + " without a name");
                    return "unnamed";
                });
        String namespace = metadata.flatMap(node -> node.find("namespace"))
                .map(Node::rendered)
                .filter(text -> !text.isEmpty())
                .orElse(DEFAULT);
        return new ObjectKey(kind, namespace, name);
    }

    /** {@return the object that made this one and keeps it, if one did} */
    static Optional<ObjectKey> owner(Node object, String namespace) {
        Optional<Node> references = object.path("metadata", "ownerReferences");
        if (references.isEmpty()) {
            return Optional.empty();
        }
        return references.get().elements().stream()
                .filter(node -> node.find("controller").map(Node::flag).orElse(false))
                .findFirst()
                .map(node -> new ObjectKey(
                        node.get("kind").text(), namespace, node.get("name").text()));
    }

    /** {@return how to call what belongs to it} */
    String label() {
        return namespace.equals(DEFAULT) ? name : namespace + "/" + name;
    }
}
