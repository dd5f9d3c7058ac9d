package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.inventory.document.Node;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.ImageStore;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Cpu;
import java.util.Optional;

/**
 * A node of a cluster: the machine, its operating system, and what runs containers there.
 *
 * @param hardware the machine, without what runs on it
 * @param host the operating system, without what runs on it
 * @param daemon what runs containers, without containers
 * @param labels what workloads select it by
 * @param taints what keeps off those that do not tolerate it
 */
record ClusterNode(
        Hardware hardware,
        HostOS host,
        DockerDaemon daemon,
        ImmutableMap<String, String> labels,
        ImmutableList<Node> taints) {
    private static final long MILLIS_PER_CORE = 1000;
    private static final String RUNTIME_SEPARATOR = "://";

    static ClusterNode of(Node object, String name) {
        Optional<Node> info = object.path("status", "nodeInfo");
        return new ClusterNode(
                hardware(object, name, info),
                host(info),
                daemon(object, info),
                PodSpec.labels(object.path("metadata", "labels")),
                object.path("spec", "taints").map(Node::elements).orElse(ImmutableList.of()));
    }

    /** {@return a node that no file describes} */
    static ClusterNode assumed(String name) {
        return new ClusterNode(
                Hardware.builder(name).build(),
                HostOS.builder("host-os").build(),
                DockerDaemon.builder("container-runtime").build(),
                ImmutableMap.of(),
                ImmutableList.of());
    }

    private static Hardware hardware(Node object, String name, Optional<Node> info) {
        Hardware.Builder hardware = Hardware.builder(name);
        object.path("status", "capacity", "memory").map(Quantity::size).ifPresent(hardware::memoryCapacity);
        object.path("status", "capacity", "cpu").ifPresent(node -> {
            Cpu cpu = Quantity.cpu(node);
            long cores = cpu.millis() / MILLIS_PER_CORE;
            if (cpu.millis() % MILLIS_PER_CORE != 0) {
                node.note("'" + node.text() + "' is no whole number of cores: " + cores + " are taken");
            }
            if (cores >= 1 && cores <= Integer.MAX_VALUE) {
                hardware.cores((int) cores);
            }
        });
        info.flatMap(node -> node.findText("architecture"))
                .ifPresent(
                        text -> hardware.architecture(Architecture.named(text).orElse(Architecture.OTHER)));
        if (object.path("status", "capacity", "ephemeral-storage").isPresent()) {
            object.note("the storage of the node is left out: its kind is unknown");
        }
        return hardware.build();
    }

    private static HostOS host(Optional<Node> info) {
        HostOS.Builder host =
                HostOS.builder(info.flatMap(node -> node.findText("osImage")).orElse("host-os"));
        info.flatMap(node -> node.findText("operatingSystem"))
                .map(OsFamily::named)
                .ifPresent(host::family);
        return host.build();
    }

    private static DockerDaemon daemon(Node object, Optional<Node> info) {
        Optional<String> version = info.flatMap(node -> node.findText("containerRuntimeVersion"));
        int end = version.map(text -> text.indexOf(RUNTIME_SEPARATOR)).orElse(-1);
        String runtime = end > 0 ? version.orElseThrow().substring(0, end) : "container-runtime";
        if (!runtime.equals("containerd")) {
            return DockerDaemon.builder(runtime).build();
        }
        object.note("containerd keeps the compressed layers besides the unpacked ones");
        return DockerDaemon.builder(runtime).imageStore(ImageStore.CONTAINERD).build();
    }
}
