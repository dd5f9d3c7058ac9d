package io.virtstack.benchmarks.contenders;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.ChainId;
import io.virtstack.image.Image;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.DataSize;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Plain Java streams over the same values: what a user without a library writes in ten lines. */
public final class StreamFleet {
    /** A layer where an image puts it: what two images of the same chain have once. */
    private record StoredLayer(ChainId chain, long bytes) {}

    private final List<Hardware> hosts;
    private final IdentityHashMap<Image, ImmutableList<StoredLayer>> chains = new IdentityHashMap<>();

    /** Keeps the values, and the chain identifiers of each image, which are expensive to compute. */
    public StreamFleet(Stream<Hardware> hosts) {
        this.hosts = hosts.collect(Collectors.toList());
        Map<StoredLayer, StoredLayer> known = new HashMap<>();
        this.hosts.stream()
                .flatMap(StreamFleet::containers)
                .forEach(container ->
                        chains.computeIfAbsent(container.image().orElseThrow(), image -> chain(image, known)));
    }

    private static ImmutableList<StoredLayer> chain(Image image, Map<StoredLayer, StoredLayer> known) {
        ImmutableList.Builder<StoredLayer> chain = ImmutableList.builder();
        List<ChainId> ids = image.chainIds();
        for (int at = 0; at < ids.size(); at++) {
            long bytes = image.layers().get(at).diskSize().orElseThrow().bytes();
            chain.add(known.computeIfAbsent(new StoredLayer(ids.get(at), bytes), layer -> layer));
        }
        return chain.build();
    }

    /** {@return the values} */
    public List<Hardware> hosts() {
        return hosts;
    }

    /** {@return bytes on all hosts} */
    public long disk() {
        return hosts.parallelStream()
                .mapToLong(host -> layers(host) + writable(host))
                .sum();
    }

    private long layers(Hardware host) {
        return containers(host)
                .flatMap(container -> chains.getOrDefault(container.image().orElseThrow(), ImmutableList.of()).stream())
                .distinct()
                .mapToLong(StoredLayer::bytes)
                .sum();
    }

    private static long writable(Hardware host) {
        return applications(host)
                .flatMap(application -> application.writable().stream())
                .mapToLong(DataSize::bytes)
                .sum();
    }

    /** {@return the sum of what is known of a figure} */
    public long sum(Function<Application, OptionalLong> figure) {
        return hosts.parallelStream()
                .flatMap(StreamFleet::applications)
                .map(figure)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .sum();
    }

    private static Stream<Application> applications(Hardware host) {
        return containers(host).flatMap(container -> container.runs().stream());
    }

    private static Stream<Binaries> containers(Hardware host) {
        return host.runs().stream()
                .flatMap(system -> ((HostOS) system).runs().stream())
                .flatMap(daemon -> ((DockerDaemon) daemon).runs().stream());
    }
}
