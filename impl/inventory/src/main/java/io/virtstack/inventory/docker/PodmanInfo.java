package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.assembly.DaemonFacts;
import io.virtstack.inventory.assembly.HardwareFacts;
import io.virtstack.inventory.assembly.HostFacts;
import io.virtstack.inventory.assembly.MachineAssembly;
import io.virtstack.inventory.assembly.Parts;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.format.Format;
import io.virtstack.inventory.source.Source;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/**
 * What {@code podman info} prints, in YAML or JSON: the machine, its operating system, and Podman as the daemon, though none
 * stays running. The first versions wrote some names with capitals.
 */
public final class PodmanInfo implements Format {
    private static final String OVERLAY = "overlay";

    @Override
    public String kind() {
        return "podman-info";
    }

    @Override
    public boolean recognises(Source source) {
        ImmutableList<Node> documents = TextDocuments.of(source);
        return documents.size() == 1
                && member(documents.get(0), "store", "graphDriverName", "GraphDriverName")
                        .isPresent()
                && documents.get(0).find("host").filter(Node::isMapping).isPresent();
    }

    @Override
    public void read(Source source, Parts parts) {
        Node info = TextDocuments.of(source).get(0);
        parts.add(new HardwareFacts(source, hardware(info.get("host"))));
        parts.add(new HostFacts(source, host(info.get("host"))));
        Node driver =
                member(info, "store", "graphDriverName", "GraphDriverName").orElseThrow();
        if (!driver.text().equals(OVERLAY)) {
            driver.note("storage driver '" + driver.text() + "' is counted like overlay: each layer once per chain");
        }
        noteCounts(info);
        parts.add(new DaemonFacts(source, DockerDaemon.builder("podman").build()));
    }

    private static Hardware hardware(Node host) {
        Hardware.Builder hardware = Hardware.builder(host.findText("hostname").orElse(MachineAssembly.UNNAMED));
        host.find("cpus")
                .map(node -> node.wholeNumber(0, Integer.MAX_VALUE))
                .filter(cores -> cores > 0)
                .ifPresent(cores -> hardware.cores(cores.intValue()));
        either(host, "memTotal", "MemTotal")
                .map(Node::wholeNumber)
                .filter(bytes -> bytes > 0)
                .map(DataSize::ofBytes)
                .ifPresent(hardware::memoryCapacity);
        host.findText("arch")
                .map(name -> Architecture.named(name).orElse(Architecture.OTHER))
                .ifPresent(hardware::architecture);
        return hardware.build();
    }

    private static HostOS host(Node host) {
        Optional<Node> stated = either(host, "distribution", "Distribution");
        Optional<String> distribution = stated.flatMap(node -> node.findText("distribution"));
        Optional<String> version = stated.flatMap(node -> node.findText("version"));
        HostOS.Builder built = HostOS.builder(distribution
                .map(name -> version.map(known -> name + "-" + known).orElse(name))
                .orElse("host-os"));
        distribution.ifPresent(built::distribution);
        version.ifPresent(built::version);
        host.findText("os").map(OsFamily::named).ifPresent(built::family);
        return built.build();
    }

    private static void noteCounts(Node info) {
        long containers = number(member(info, "store", "containerStore", "ContainerStore"));
        long images = number(member(info, "store", "imageStore", "ImageStore"));
        InfoJson.noteCounts(info, containers, images);
    }

    private static long number(Optional<Node> store) {
        return store.flatMap(node -> node.find("number")).map(Node::wholeNumber).orElse(0L);
    }

    private static Optional<Node> member(Node info, String parent, String name, String otherName) {
        return info.find(parent).flatMap(node -> either(node, name, otherName));
    }

    private static Optional<Node> either(Node node, String name, String otherName) {
        return node.find(name).or(() -> node.find(otherName));
    }
}
