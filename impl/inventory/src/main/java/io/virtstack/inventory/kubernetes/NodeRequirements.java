package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What pods, or virtual machines, demand of the node they stand on: labels, an affinity that must hold, and which taints of a
 * node do not keep them off.
 */
final class NodeRequirements {
    /** Taints that never keep off the pods of a daemon set. */
    private static final ImmutableSet<String> BORNE_BY_DAEMONS = ImmutableSet.of(
            "node.kubernetes.io/not-ready",
            "node.kubernetes.io/unreachable",
            "node.kubernetes.io/disk-pressure",
            "node.kubernetes.io/memory-pressure",
            "node.kubernetes.io/pid-pressure",
            "node.kubernetes.io/unschedulable",
            "node.kubernetes.io/network-unavailable");

    static final NodeRequirements NONE = new NodeRequirements(ImmutableMap.of(), Optional.empty(), ImmutableList.of());

    private final ImmutableMap<String, String> labels;
    private final Optional<ImmutableList<Node>> terms;
    private final ImmutableList<Node> tolerations;

    private NodeRequirements(
            ImmutableMap<String, String> labels, Optional<ImmutableList<Node>> terms, ImmutableList<Node> tolerations) {
        this.labels = labels;
        this.terms = terms;
        this.tolerations = tolerations;
    }

    /** {@return the requirements in a specification of a pod or a virtual machine} */
    static NodeRequirements of(Node spec) {
        return new NodeRequirements(
                PodSpec.labels(spec.find("nodeSelector")),
                spec.path("affinity", "nodeAffinity", "requiredDuringSchedulingIgnoredDuringExecution")
                        .map(required -> required.list("nodeSelectorTerms")),
                spec.list("tolerations"));
    }

    /** {@return whether a node meets them} */
    boolean areMetBy(ClusterNode node, boolean daemon) {
        return node.labels().entrySet().containsAll(labels.entrySet())
                && terms.map(any -> any.stream().anyMatch(term -> holds(term, node)))
                        .orElse(true)
                && node.taints().stream().allMatch(taint -> isBorne(taint, daemon));
    }

    private boolean isBorne(Node taint, boolean daemon) {
        String effect = taint.findText("effect").orElse("");
        String key = taint.findText("key").orElse("");
        return (!effect.equals("NoSchedule") && !effect.equals("NoExecute"))
                || (daemon && BORNE_BY_DAEMONS.contains(key))
                || tolerations.stream().anyMatch(toleration -> bears(toleration, key, effect, taint));
    }

    private static boolean bears(Node toleration, String key, String effect, Node taint) {
        Optional<String> own = toleration.findText("key");
        boolean always =
                toleration.findText("operator").filter("Exists"::equals).isPresent();
        boolean sameKey = own.map(key::equals).orElse(always);
        boolean sameValue = always
                || toleration
                        .findText("value")
                        .orElse("")
                        .equals(taint.findText("value").orElse(""));
        return sameKey
                && sameValue
                && toleration.findText("effect").map(effect::equals).orElse(true);
    }

    /** A term that demands nothing holds nowhere. */
    private static boolean holds(Node term, ClusterNode node) {
        ImmutableMap<String, String> fields =
                ImmutableMap.of("metadata.name", node.hardware().name());
        ImmutableList<Node> expressions = term.list("matchExpressions");
        ImmutableList<Node> ofFields = term.list("matchFields");
        return !(expressions.isEmpty() && ofFields.isEmpty())
                && expressions.stream().allMatch(expression -> holds(expression, node.labels()))
                && ofFields.stream().allMatch(expression -> holds(expression, fields));
    }

    private static boolean holds(Node expression, ImmutableMap<String, String> labels) {
        Optional<String> label =
                Optional.ofNullable(labels.get(expression.get("key").text()));
        ImmutableList<String> values =
                expression.list("values").stream().map(Node::text).collect(ImmutableList.toImmutableList());
        Node operator = expression.get("operator");
        return switch (operator.text()) {
            case "In" -> label.filter(values::contains).isPresent();
            case "NotIn" -> label.filter(values::contains).isEmpty();
            case "Exists" -> label.isPresent();
            case "DoesNotExist" -> label.isEmpty();
            case "Gt" -> compare(label, values) > 0;
            case "Lt" -> compare(label, values) < 0;
            default ->
                throw operator.refuse(
                        "the operator '" + operator.text() + "'", "write In, NotIn, Exists, DoesNotExist, Gt or Lt");
        };
    }

    /** {@return how a label compares with the only value, 0 where either is no whole number} */
    private static int compare(Optional<String> label, ImmutableList<String> values) {
        boolean whole = label.isPresent()
                && values.size() == 1
                && label.get().matches("-?\\d{1,18}")
                && values.get(0).matches("-?\\d{1,18}");
        return whole ? new BigDecimal(label.get()).compareTo(new BigDecimal(values.get(0))) : 0;
    }
}
