package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.machine.ContainerOverhead;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.VmOverhead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the daemons and hypervisors of a fleet do to what is added on them, each kind of it once. A bare layer stands for all
 * that do the same.
 */
final class Platforms {
    private record OfDaemon(ContainerOverhead overhead, Isolation isolation) {}

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Layer> layers = new ArrayList<>();
    private @Nullable OfDaemon lastOfDaemon;
    private int numberOfLast;

    int of(DockerDaemon daemon) {
        OfDaemon last = lastOfDaemon;
        if (last == null
                || last.isolation() != daemon.isolation()
                || !last.overhead().equals(daemon.overhead())) {
            OfDaemon now = new OfDaemon(daemon.overhead(), daemon.isolation());
            numberOfLast = number(
                    now,
                    DockerDaemon.builder("any")
                            .overhead(daemon.overhead())
                            .isolation(daemon.isolation())
                            .build());
            lastOfDaemon = now;
        }
        return numberOfLast;
    }

    int of(Hypervisor hypervisor) {
        VmOverhead overhead = hypervisor.overhead();
        Integer known = numbers.get(overhead);
        return known != null
                ? known
                : number(
                        overhead, Hypervisor.bareMetal("any").overhead(overhead).build());
    }

    private int number(Object key, Layer layer) {
        return numbers.computeIfAbsent(key, unseen -> {
            layers.add(layer);
            return layers.size() - 1;
        });
    }

    /** The layers by their numbers. */
    ImmutableList<Layer> layers() {
        return ImmutableList.copyOf(layers);
    }
}
