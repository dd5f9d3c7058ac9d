package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.document.Node;
import io.virtstack.platform.OsFamily;
import java.util.Map;
import java.util.Optional;

/**
 * What a pod, or a template of pods, says.
 *
 * @param containers its init containers in their order, then the others
 * @param requests what is stated for the pod as a whole
 * @param limits what is stated for the pod as a whole
 * @param overhead what running the pod takes besides its containers, as far as the pod says so itself
 * @param runtimeClass the runtime class, which may state the overhead
 * @param family the family of operating systems it is for
 * @param nodeName the node it is on
 * @param requirements what it demands of its node
 */
record PodSpec(
        ImmutableList<PodContainer> containers,
        Resources requests,
        Resources limits,
        Optional<Resources> overhead,
        Optional<String> runtimeClass,
        Optional<OsFamily> family,
        Optional<String> nodeName,
        NodeRequirements requirements) {
    private static final String OS_LABEL = "kubernetes.io/os";

    static PodSpec of(Node spec) {
        ImmutableList.Builder<PodContainer> containers = ImmutableList.builder();
        spec.list("initContainers").forEach(node -> containers.add(PodContainer.init(node)));
        ImmutableList<Node> regular = spec.get("containers").elements();
        regular.forEach(node -> containers.add(PodContainer.regular(node)));
        spec.list("ephemeralContainers").forEach(node -> node.note("a container for debugging is left out"));
        ImmutableMap<String, String> selector = labels(spec.find("nodeSelector"));
        Optional<String> os =
                spec.path("os", "name").map(Node::text).or(() -> Optional.ofNullable(selector.get(OS_LABEL)));
        return new PodSpec(
                containers.build(),
                Resources.of(spec.path("resources", "requests")),
                Resources.of(spec.path("resources", "limits")),
                spec.find("overhead").map(node -> Resources.of(Optional.of(node))),
                spec.findText("runtimeClassName"),
                os.map(OsFamily::named),
                spec.findText("nodeName"),
                NodeRequirements.of(spec));
    }

    static ImmutableMap<String, String> labels(Optional<Node> stated) {
        ImmutableMap.Builder<String, String> labels = ImmutableMap.builder();
        if (stated.isPresent()) {
            for (Map.Entry<String, Node> label : stated.get().members().entrySet()) {
                labels.put(
                        label.getKey(),
                        label.getValue().isNull() ? "" : label.getValue().text());
            }
        }
        return labels.buildOrThrow();
    }
}
