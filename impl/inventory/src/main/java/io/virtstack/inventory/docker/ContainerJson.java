package io.virtstack.inventory.docker;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableSet;
import com.google.common.math.LongMath;
import io.virtstack.inventory.container.ImageReference;
import io.virtstack.inventory.document.Node;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.Stream;

/** A container in JSON: inspected, or in a list. */
final class ContainerJson {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long MILLIS_PER_CORE = 1_000;
    private static final long DEFAULT_PERIOD = 100_000;
    private static final ImmutableSet<String> WITH_PROCESS =
            ImmutableSet.of("running", "paused", "restarting", "stopping");

    private ContainerJson() {}

    static EngineContainer inspected(Node node) {
        Node state = node.get("State");
        Optional<Node> host = node.find("HostConfig");
        boolean running = state.findText("Status")
                .map(WITH_PROCESS::contains)
                .or(() -> state.find("Running").map(Node::flag))
                .orElse(false);
        return new EngineContainer(
                id(node),
                name(node.findText("Name"), node),
                node.findText("Image").filter(EngineImage::isId).map(EngineImage::fullId),
                imageName(node),
                host.flatMap(config -> config.find("Memory"))
                        .flatMap(ContainerJson::limit)
                        .map(DataSize::ofBytes),
                host.flatMap(ContainerJson::cpuLimit),
                StatedSize.of(node.find("SizeRw")).map(DataSize::ofBytes),
                running,
                volumes(node),
                host.flatMap(config -> config.find("MemoryReservation"))
                        .flatMap(ContainerJson::limit)
                        .map(DataSize::ofBytes),
                StatedSize.of(node.find("SizeRootFs")).map(DataSize::ofBytes));
    }

    /** Podman's API names the image beside the configuration, and not always in it. */
    private static Optional<String> imageName(Node node) {
        return node.find("Config")
                .flatMap(config -> config.findText("Image"))
                .or(() -> node.findText("ImageName"))
                .or(() -> node.findText("Image").filter(image -> !EngineImage.isId(image)))
                .filter(text -> !text.isBlank())
                .map(text -> ImageReference.of(text).name());
    }

    /**
     * {@return a container of a list}
     *
     * @param sized whether the sizes of containers were asked for, so that the engine leaves out only those of 0
     */
    static EngineContainer listed(Node node, boolean sized) {
        String image = EngineImage.fullId(node.findText("Image").orElse(""));
        Optional<String> name = Optional.of(image).filter(text -> !text.isEmpty() && !EngineImage.isId(text));
        return new EngineContainer(
                id(node),
                name(names(node), node),
                node.findText("ImageID")
                        .map(EngineImage::fullId)
                        .or(() -> Optional.of(image).filter(EngineImage::isId)),
                name.map(text -> ImageReference.of(text).name()),
                Optional.empty(),
                Optional.empty(),
                writable(node, sized).map(DataSize::ofBytes),
                node.findText("State")
                        .map(WITH_PROCESS::contains)
                        .or(() -> node.findText("Status")
                                .map(status -> status.startsWith("Up") || WITH_PROCESS.contains(status)))
                        .orElse(false),
                volumes(node),
                Optional.empty(),
                StatedSize.of(node.find("SizeRootFs").or(() -> node.path("Size", "rootFsSize")))
                        .map(DataSize::ofBytes));
    }

    /** What Podman calls a size is an object in its list, and in its disk usage all that the container takes, image included. */
    private static Optional<Long> writable(Node node, boolean sized) {
        Optional<Node> stated =
                node.find("SizeRw").or(() -> node.find("RWSize")).or(() -> node.path("Size", "rwSize"));
        if (stated.isPresent()) {
            return StatedSize.of(stated);
        }
        if (node.find("Size").filter(Node::isScalar).isPresent()) {
            return printed(node.get("Size"), sized);
        }
        return sized || node.has("SizeRootFs") ? Optional.of(0L) : Optional.empty();
    }

    /** The command line prints 0 where nobody asked for sizes; where somebody did, the size of the image stands behind it. */
    private static Optional<Long> printed(Node size, boolean sized) {
        if (!sized && size.isQuoted() && size.text().equals("0B")) {
            size.note("'0B' without the size of the image: nobody asked for sizes, so it is unknown; add --size");
            return Optional.empty();
        }
        return StatedSize.of(size);
    }

    private static Optional<String> names(Node node) {
        Node names = node.get("Names");
        return names.isSequence()
                ? names.elements().stream().map(Node::text).findFirst()
                : Optional.of(Splitter.on(',').splitToList(names.text()).get(0));
    }

    private static String id(Node node) {
        return node.findText("Id")
                .or(() -> node.findText("ID"))
                .or(() -> node.findText("ContainerID"))
                .orElse("");
    }

    private static String name(Optional<String> stated, Node node) {
        return stated.map(name -> name.startsWith("/") ? name.substring(1) : name)
                .filter(name -> !name.isBlank())
                .orElseGet(() -> EngineImage.shortId(id(node)));
    }

    /** {@return a limit in bytes or in units of time; 0 and less mean none} */
    private static Optional<Long> limit(Node node) {
        return Optional.of(node.wholeNumber()).filter(stated -> stated > 0);
    }

    private static Optional<Cpu> cpuLimit(Node host) {
        Optional<Node> nanos = host.find("NanoCpus").or(() -> host.find("NanoCPUs"));
        Optional<Long> stated = nanos.flatMap(ContainerJson::limit);
        if (stated.isPresent()) {
            long millis = LongMath.divide(stated.get(), NANOS_PER_MILLI, RoundingMode.CEILING);
            if (stated.get() % NANOS_PER_MILLI != 0) {
                nanos.get().note("a limit of " + stated.get() + " billionths of a core is rounded up to a thousandth");
            }
            return Optional.of(Cpu.ofMillis(millis));
        }
        return host.find("CpuQuota").flatMap(ContainerJson::limit).map(quota -> share(quota, host));
    }

    private static Cpu share(long quota, Node host) {
        long period = host.find("CpuPeriod").flatMap(ContainerJson::limit).orElse(DEFAULT_PERIOD);
        BigInteger[] millis = BigInteger.valueOf(quota)
                .multiply(BigInteger.valueOf(MILLIS_PER_CORE))
                .divideAndRemainder(BigInteger.valueOf(period));
        boolean exact = millis[1].signum() == 0;
        if (!exact) {
            host.note("a quota of " + quota + " in " + period + " is rounded up to a thousandth of a core");
        }
        return Cpu.ofMillis(
                millis[0].add(exact ? BigInteger.ZERO : BigInteger.ONE).longValueExact());
    }

    private static ImmutableSet<String> volumes(Node node) {
        Optional<Node> mounts = node.find("Mounts");
        if (mounts.isEmpty() || !mounts.get().isSequence()) {
            return mounts.filter(Node::isQuoted)
                    .map(ContainerJson::printedVolumes)
                    .orElse(ImmutableSet.of());
        }
        if (mounts.get().elements().stream().anyMatch(Node::isScalar)) {
            mounts.get().note("only where something is mounted is listed, not which volumes: inspect the container");
        }
        return mounts.get().elements().stream()
                .filter(Node::isMapping)
                .filter(mount -> mount.findText("Type").filter("volume"::equals).isPresent())
                .flatMap(mount -> mount.findText("Name").map(Stream::of).orElseGet(Stream::empty))
                .filter(name -> !name.isBlank())
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The command line prints the names of volumes and the paths of folders, and cuts long ones short. */
    private static ImmutableSet<String> printedVolumes(Node mounts) {
        ImmutableSet.Builder<String> volumes = ImmutableSet.builder();
        for (String mount : Splitter.on(',').trimResults().omitEmptyStrings().split(mounts.text())) {
            if (mount.endsWith("…")) {
                mounts.note("'" + mount + "' is cut short and left out; add --no-trunc");
            } else if (mount.indexOf('/') < 0 && mount.indexOf('\\') < 0) {
                volumes.add(mount);
            }
        }
        return volumes.build();
    }
}
