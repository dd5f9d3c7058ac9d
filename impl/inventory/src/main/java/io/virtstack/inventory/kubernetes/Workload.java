package io.virtstack.inventory.kubernetes;

import io.virtstack.inventory.document.Node;
import java.util.Optional;

/**
 * Pods that are alike, or virtual machines that are.
 *
 * @param at where it is stated
 * @param key which object it is
 * @param owner the object that made it
 * @param pod what each pod says; empty for virtual machines
 * @param machine what each virtual machine says; empty for pods
 * @param copies how many there are, on each node if {@code everyNode}
 * @param everyNode whether each node that its pods may stand on has its own
 * @param running whether they run
 */
record Workload(
        Node at,
        ObjectKey key,
        Optional<ObjectKey> owner,
        Optional<PodSpec> pod,
        Optional<KubeVirtMachine> machine,
        int copies,
        boolean everyNode,
        boolean running) {
    /** {@return whether it is no template of many, each with a name of its own} */
    boolean isNamed() {
        return at.path("metadata", "name").isPresent();
    }

    Optional<String> nodeName() {
        return machine.isPresent() ? at.path("status", "nodeName").map(Node::text) : pod.flatMap(PodSpec::nodeName);
    }

    boolean mayStandOn(ClusterNode node) {
        return pod.map(PodSpec::requirements)
                .or(() -> machine.map(KubeVirtMachine::requirements))
                .map(requirements -> requirements.areMetBy(node, everyNode))
                .orElse(true);
    }
}
