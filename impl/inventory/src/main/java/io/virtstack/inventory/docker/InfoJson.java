package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.ImageStore;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** What {@code docker info} says of the daemon and of the machine it runs on. */
final class InfoJson {
    private static final String DESKTOP = "Docker Desktop";
    private static final String SNAPSHOTTER = "io.containerd.snapshotter.v1";
    /** The driver of a containerd store. */
    static final String SNAPSHOTS = "overlayfs";

    private static final String OVERLAY2 = "overlay2";

    private final Node node;

    /**
     * Takes the answer.
     *
     * @throws InventoryException if it only says that there was none
     */
    InfoJson(Node node) {
        this.node = node;
        ImmutableList<Node> errors = node.list("ServerErrors");
        if (!errors.isEmpty() && node.findText("Driver").isEmpty()) {
            throw errors.get(0)
                    .refuse(
                            "no answer of the engine, but: " + errors.get(0).text(),
                            "start the engine, and run 'docker info' again");
        }
    }

    /** Notes that there are containers and images which other files are to list. */
    static void noteCounts(Node info, long containers, long images) {
        if (containers > 0 || images > 0) {
            info.note(containers + " containers and " + images
                    + " images are counted, not listed: they are here as far as other files list them");
        }
    }

    /**
     * {@return the machine, with what the daemon sees of it}
     *
     * @param unnamed what to call it if it has no name
     */
    Hardware hardware(String unnamed) {
        Hardware.Builder hardware = Hardware.builder(
                node.findText("Name").filter(name -> !name.isBlank()).orElse(unnamed));
        node.find("NCPU")
                .map(cores -> cores.wholeNumber(0, Integer.MAX_VALUE))
                .filter(cores -> cores > 0)
                .ifPresent(cores -> hardware.cores(cores.intValue()));
        node.find("MemTotal")
                .map(Node::wholeNumber)
                .filter(bytes -> bytes > 0)
                .map(DataSize::ofBytes)
                .ifPresent(hardware::memoryCapacity);
        node.findText("Architecture")
                .map(name -> Architecture.named(name).orElse(Architecture.OTHER))
                .ifPresent(hardware::architecture);
        return hardware.build();
    }

    /** {@return the operating system that the daemon runs on} */
    HostOS host() {
        Optional<String> system = node.findText("OperatingSystem").filter(name -> !name.isBlank());
        if (system.filter(DESKTOP::equals).isPresent()) {
            node.note("the machine is the hidden one of Docker Desktop, not the one it runs on");
        }
        HostOS.Builder host = HostOS.builder(system.orElse("host-os"));
        node.findText("OSType").map(OsFamily::named).ifPresent(host::family);
        node.findText("OSVersion").ifPresent(host::version);
        return host.build();
    }

    /** {@return the daemon, without images} */
    DockerDaemon daemon() {
        ImageStore store = store();
        String driver = node.get("Driver").text();
        if (store == ImageStore.OVERLAY2 && !driver.equals(OVERLAY2)) {
            node.note("storage driver '" + driver + "' is counted like overlay2: each layer once per chain");
        }
        noteCounts(node, count("Containers"), count("Images"));
        return DockerDaemon.builder("docker").imageStore(store).build();
    }

    /** {@return how the daemon keeps images} */
    ImageStore store() {
        String driver = node.get("Driver").text();
        boolean snapshots = driver.equals(SNAPSHOTS)
                || rows().stream().anyMatch(row -> row.size() == 2 && row.get(1).equals(SNAPSHOTTER));
        if (snapshots) {
            return ImageStore.CONTAINERD;
        }
        return ImageStore.OVERLAY2;
    }

    private long count(String member) {
        return node.find(member).map(Node::wholeNumber).orElse(0L);
    }

    private ImmutableList<ImmutableList<String>> rows() {
        return node.list("DriverStatus").stream()
                .filter(Node::isSequence)
                .map(row -> row.elements().stream()
                        .filter(Node::isScalar)
                        .map(Node::text)
                        .collect(ImmutableList.toImmutableList()))
                .collect(ImmutableList.toImmutableList());
    }
}
