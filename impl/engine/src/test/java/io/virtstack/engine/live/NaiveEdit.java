package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import io.virtstack.layer.OperatingSystem;
import io.virtstack.layer.RunsOnHardware;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.quantity.OverflowException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Edits of workloads by rebuilding the machine, copy by copy. */
final class NaiveEdit {
    private final Predicate<Layer> meant;
    private final Layer workload;
    private final int copies;

    private NaiveEdit(Predicate<Layer> meant, Layer workload, int copies) {
        this.meant = meant;
        this.workload = workload;
        this.copies = copies;
    }

    static Hardware of(Hardware host, LayerPath place, Layer workload, int copies) {
        List<Layer> there = at(host, place.names());
        Predicate<Layer> meant = workload instanceof GuestOS
                ? Hypervisor.class::isInstance
                : there.stream().anyMatch(DockerDaemon.class::isInstance)
                        ? DockerDaemon.class::isInstance
                        : OperatingSystem.class::isInstance;
        return (Hardware) new NaiveEdit(meant, workload, copies)
                .edited(host, place.names())
                .orElseThrow(() -> new IllegalArgumentException("not possible"));
    }

    private static List<Layer> at(Layer layer, List<String> names) {
        if (!layer.name().equals(names.get(0))) {
            return ImmutableList.of();
        }
        return names.size() == 1
                ? ImmutableList.of(layer)
                : layer.runs().elementSet().stream()
                        .flatMap(child -> at(child, names.subList(1, names.size())).stream())
                        .toList();
    }

    private Optional<Layer> edited(Layer layer, List<String> names) {
        if (!layer.name().equals(names.get(0))) {
            return Optional.empty();
        }
        if (names.size() == 1) {
            return meant.test(layer) ? withCopies(layer) : Optional.empty();
        }
        for (Layer child : layer.runs().elementSet()) {
            Optional<Layer> now = edited(child, names.subList(1, names.size()));
            if (now.isPresent()) {
                ImmutableMultiset.Builder<Layer> runs = ImmutableMultiset.builder();
                runs.add(now.get());
                layer.runs()
                        .forEachEntry((other, count) -> runs.addCopies(other, other.equals(child) ? count - 1 : count));
                return Optional.of(withRuns(layer, runs.build()));
            }
        }
        return Optional.empty();
    }

    private Optional<Layer> withCopies(Layer layer) {
        long count = (long) layer.runs().count(workload) + copies;
        if (count > Integer.MAX_VALUE) {
            throw new OverflowException("copies");
        }
        if (count < 0) {
            return Optional.empty();
        }
        ImmutableMultiset.Builder<Layer> runs = ImmutableMultiset.builder();
        layer.runs().forEachEntry((other, many) -> runs.addCopies(other, other.equals(workload) ? (int) count : many));
        if (!layer.runs().contains(workload)) {
            runs.addCopies(workload, (int) count);
        }
        return Optional.of(withRuns(layer, runs.build()));
    }

    private static Layer withRuns(Layer layer, ImmutableMultiset<Layer> runs) {
        return switch (layer.kind()) {
            case HARDWARE -> ((Hardware) layer).withRuns(as(RunsOnHardware.class, runs));
            case HOST_OS -> ((HostOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case GUEST_OS -> ((GuestOS) layer).withRuns(as(RunsOnOperatingSystem.class, runs));
            case DOCKER_DAEMON -> ((DockerDaemon) layer).withRuns(as(Binaries.class, runs));
            default ->
                layer instanceof BareMetalHypervisor bare
                        ? bare.withRuns(as(GuestOS.class, runs))
                        : ((HostedHypervisor) layer).withRuns(as(GuestOS.class, runs));
        };
    }

    private static <L extends Layer> ImmutableMultiset<L> as(Class<L> type, ImmutableMultiset<Layer> layers) {
        ImmutableMultiset.Builder<L> cast = ImmutableMultiset.builder();
        layers.forEachEntry((layer, count) -> cast.addCopies(type.cast(layer), count));
        return cast.build();
    }
}
