package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;

/**
 * Kubernetes manifests, in YAML or JSON: files for {@code kubectl apply}, and what {@code kubectl get -o yaml} prints.
 *
 * <p>Requests are what a container demands, limits the most it may take; where only a limit is stated, Kubernetes requests
 * that. What neither states is unknown.
 */
public final class KubernetesManifests implements Format {
    @Override
    public String kind() {
        return "kubernetes";
    }

    @Override
    public boolean recognises(Source source) {
        ImmutableList<Node> documents = TextDocuments.of(source);
        return documents.stream().anyMatch(KubernetesManifests::isObject);
    }

    @Override
    public void read(Source source, Parts parts) {
        parts.add(new ManifestObjects(source).read(TextDocuments.of(source)));
    }

    private static boolean isObject(Node document) {
        return document.find("apiVersion").filter(Node::isScalar).isPresent()
                && document.find("kind").filter(Node::isScalar).isPresent();
    }
}
