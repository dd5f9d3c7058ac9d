package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.source.Source;
import io.virtstack.quantity.DataSize;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Sorts the objects of a manifest: what runs, what it runs on, and what holds nothing that runs. */
final class ManifestObjects {
    private static final ImmutableSet<String> REPLICATED =
            ImmutableSet.of("Deployment", "ReplicaSet", "ReplicationController", "StatefulSet", "DeploymentConfig");
    private static final ImmutableSet<String> RUNNING_STRATEGIES =
            ImmutableSet.of("Always", "RerunOnFailure", "Once", "Manual", "WaitAsReceiver");
    /** Groups that have a kind of one name, such as Job, mean other things by it. */
    private static final ImmutableSet<String> BUILT_IN = ImmutableSet.of(
            "", "apps", "batch", "extensions", "node.k8s.io", "apps.openshift.io", "template.openshift.io");

    private static final ImmutableSet<String> MACHINES = ImmutableSet.of("kubevirt.io", "pool.kubevirt.io");

    private final Source source;
    private final ImmutableList.Builder<Workload> workloads = ImmutableList.builder();
    private final Map<String, ClusterNode> nodes = new LinkedHashMap<>();
    private final Map<String, Resources> overheads = new LinkedHashMap<>();
    private final Map<ObjectKey, InstanceType> instanceTypes = new LinkedHashMap<>();
    private final StorageClaims claims = new StorageClaims();
    private final Map<String, Integer> skipped = new LinkedHashMap<>();
    private final Map<String, Integer> skippedLines = new LinkedHashMap<>();

    ManifestObjects(Source source) {
        this.source = source;
    }

    ManifestPart read(ImmutableList<Node> documents) {
        ImmutableList<ManifestObject> objects = ManifestObject.in(documents);
        objects.stream().filter(StorageClaims::isClaim).forEach(claims::add);
        objects.forEach(this::take);
        skipped.forEach((kind, count) -> source.note(
                skippedLines.getOrDefault(kind, 0),
                count + " × " + kind
                        + (StorageClaims.KINDS.contains(kind)
                                ? " counted only as disks of the virtual machines that name them"
                                : " left out: it starts no container that is known here")));
        return new ManifestPart(
                source,
                workloads.build(),
                ImmutableMap.copyOf(nodes),
                ImmutableMap.copyOf(overheads),
                claims,
                ImmutableMap.copyOf(instanceTypes));
    }

    private void take(ManifestObject stated) {
        if (MACHINES.contains(stated.group())) {
            takeMachine(stated.node(), stated.kind(), stated.key());
        } else if (InstanceType.is(stated)) {
            instanceTypes.put(stated.key(), InstanceType.of(stated.node().get("spec")));
        } else if (BUILT_IN.contains(stated.group())) {
            takeBuiltIn(stated.node(), stated.kind(), stated.key());
        } else {
            skip(stated.node(), stated.kind());
        }
    }

    private void takeBuiltIn(Node object, String kind, ObjectKey key) {
        if (kind.equals("Pod")) {
            pods(object, key, object.get("spec"), 1, false, !isOver(object));
        } else if (REPLICATED.contains(kind)) {
            Node spec = object.get("spec");
            pods(object, key, template(spec), replicas(spec, "replicas"), false, true);
        } else if (kind.equals("DaemonSet")) {
            pods(object, key, template(object.get("spec")), 1, true, true);
        } else if (kind.equals("Job")) {
            job(object, key, object.get("spec"), !isOver(object));
        } else if (kind.equals("CronJob") || kind.equals("ScheduledJob")) {
            object.note("a scheduled job is counted as if it always ran once");
            Node spec = object.get("spec");
            boolean suspended = spec.find("suspend").map(Node::flag).orElse(false);
            job(object, key, spec.get("jobTemplate").get("spec"), !suspended);
        } else if (kind.equals("Node")) {
            nodes.putIfAbsent(key.name(), ClusterNode.of(object, key.name()));
        } else if (kind.equals("RuntimeClass")) {
            runtimeClass(object, key);
        } else {
            skip(object, kind);
        }
    }

    private void takeMachine(Node object, String kind, ObjectKey key) {
        switch (kind) {
            case "VirtualMachine" -> {
                Node spec = object.get("spec");
                machine(object, key, spec, spec, 1, !isStopped(object) && isStarted(spec));
            }
            case "VirtualMachineInstance" ->
                add(
                        object,
                        key,
                        Optional.empty(),
                        Optional.of(KubeVirtMachine.of(
                                object.get("spec"), claims.in(key.namespace(), ImmutableList.of()), Optional.empty())),
                        1,
                        false,
                        !isOver(object));
            case "VirtualMachineInstanceReplicaSet" -> {
                Node spec = object.get("spec");
                machine(object, key, spec, spec, replicas(spec, "replicas"), true);
            }
            case "VirtualMachinePool" -> {
                Node spec = object.get("spec");
                Node template = spec.get("virtualMachineTemplate").get("spec");
                machine(object, key, template, template, replicas(spec, "replicas"), isStarted(template));
            }
            default -> skip(object, kind);
        }
    }

    private void machine(Node object, ObjectKey key, Node owner, Node spec, int copies, boolean running) {
        Optional<ObjectKey> instanceType =
                owner.find("instancetype").map(named -> InstanceType.named(named, key.namespace()));
        ImmutableMap<String, DataSize> disks = claims.in(key.namespace(), owner.list("dataVolumeTemplates"));
        add(
                object,
                key,
                Optional.empty(),
                Optional.of(KubeVirtMachine.of(spec.get("template").get("spec"), disks, instanceType)),
                copies,
                false,
                running);
    }

    private static boolean isStopped(Node object) {
        return object.path("status", "printableStatus")
                .filter(status -> status.text().equals("Stopped"))
                .isPresent();
    }

    private static boolean isStarted(Node spec) {
        spec.find("runStrategy")
                .filter(strategy -> strategy.text().equals("Manual"))
                .ifPresent(strategy -> strategy.note("started and stopped by hand: taken as running"));
        return spec.find("running")
                .map(Node::flag)
                .or(() -> spec.findText("runStrategy").map(RUNNING_STRATEGIES::contains))
                .orElse(true);
    }

    private void job(Node object, ObjectKey key, Node spec, boolean running) {
        int parallel = replicas(spec, "parallelism");
        int completions = spec.has("completions") ? replicas(spec, "completions") : parallel;
        boolean suspended = spec.find("suspend").map(Node::flag).orElse(false);
        pods(object, key, template(spec), Math.min(parallel, completions), false, running && !suspended);
    }

    private void pods(Node object, ObjectKey key, Node spec, int copies, boolean everyNode, boolean running) {
        if (object.path("spec", "volumeClaimTemplates").isPresent()
                || spec.list("volumes").stream().anyMatch(volume -> volume.has("persistentVolumeClaim"))) {
            object.note("the storage that it claims is left out: where that is kept is not stated");
        }
        add(object, key, Optional.of(PodSpec.of(spec)), Optional.empty(), copies, everyNode, running);
    }

    private void add(
            Node object,
            ObjectKey key,
            Optional<PodSpec> pod,
            Optional<KubeVirtMachine> machine,
            int copies,
            boolean everyNode,
            boolean running) {
        workloads.add(new Workload(
                object, key, ObjectKey.owner(object, key.namespace()), pod, machine, copies, everyNode, running));
    }

    private static Node template(Node spec) {
        return spec.get("template").get("spec");
    }

    private static int replicas(Node spec, String member) {
        return spec.find(member)
                .map(node -> (int) node.wholeNumber(0, Integer.MAX_VALUE))
                .orElse(1);
    }

    /** {@return whether it has run to its end, so that only what it wrote is left} */
    private static boolean isOver(Node object) {
        boolean ended = object.path("status", "phase")
                .map(Node::text)
                .filter(phase -> phase.equals("Succeeded") || phase.equals("Failed"))
                .isPresent();
        return ended
                || object.path("status", "conditions").map(Node::elements).orElse(ImmutableList.of()).stream()
                        .anyMatch(ManifestObjects::isEnd);
    }

    private static boolean isEnd(Node condition) {
        String type = condition.findText("type").orElse("");
        return (type.equals("Complete") || type.equals("Failed"))
                && condition.findText("status").filter("True"::equals).isPresent();
    }

    private void runtimeClass(Node object, ObjectKey key) {
        Optional<Node> fixed =
                object.path("overhead", "podFixed").or(() -> object.path("spec", "overhead", "podFixed"));
        overheads.put(key.name(), Resources.of(fixed));
    }

    private void skip(Node object, String kind) {
        if (kind.equals("Template") && object.has("objects")) {
            object.note(
                    "a template is left out: have it processed, for example by 'oc process', and read what that prints");
        } else if (object.path("spec", "template", "spec", "containers").isPresent()) {
            object.note("a " + kind + " is left out: only what defines this kind knows how many pods it runs");
        } else {
            skipped.merge(kind, 1, Integer::sum);
            skippedLines.putIfAbsent(kind, object.line());
        }
    }
}
