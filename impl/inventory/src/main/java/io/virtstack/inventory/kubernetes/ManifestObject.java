package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.document.Node;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * An object of a cluster.
 *
 * @param node what the manifest says of it
 * @param group the group of its kind, empty for the core ones
 * @param kind what it is, for example {@code Deployment}
 */
record ManifestObject(Node node, String group, String kind) {
    private static final String LIST = "List";

    /** {@return the objects in some documents, those in lists instead of the lists} */
    static ImmutableList<ManifestObject> in(ImmutableList<Node> documents) {
        ImmutableList.Builder<ManifestObject> objects = ImmutableList.builder();
        Deque<ManifestObject> open = new ArrayDeque<>();
        documents.forEach(document -> open.add(of(document)));
        while (!open.isEmpty()) {
            ManifestObject next = open.pop();
            if (next.isList()) {
                next.node.list("items").reverse().stream()
                        .filter(item -> !item.isNull())
                        .forEach(item -> open.push(next.element(item)));
            } else {
                objects.add(next);
            }
        }
        return objects.build();
    }

    ObjectKey key() {
        return ObjectKey.of(node, kind);
    }

    private static ManifestObject of(Node node) {
        String version = node.findText("apiVersion").orElse("");
        return new ManifestObject(
                node,
                version.substring(0, Math.max(0, version.indexOf('/'))),
                node.get("kind").text());
    }

    private boolean isList() {
        return kind.endsWith(LIST) && node.names().contains("items");
    }

    /** A list of one kind, as the API answers it, states the kind once for all. */
    private ManifestObject element(Node item) {
        String only = kind.substring(0, kind.length() - LIST.length());
        return item.has("kind") || only.isEmpty() ? of(item) : new ManifestObject(item, group, only);
    }
}
