package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.kubernetes.PodContainer.Role;
import io.virtstack.layer.Application;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.function.Function;

/** The containers of a pod as applications, whose figures add up to what Kubernetes counts for the pod. */
final class PodContainers {
    private final PodSpec pod;
    private final Resources overhead;
    private final boolean running;

    PodContainers(PodSpec pod, Resources overhead, boolean running) {
        this.pod = pod;
        this.overhead = overhead;
        this.running = running;
    }

    /** {@return one application for each container, in their order} */
    ImmutableList<Application> applications(String label) {
        Figures memory = figures(resources -> resources.memory().map(DataSize::bytes));
        Figures cpu = figures(resources -> resources.cpu().map(Cpu::millis));
        ImmutableList.Builder<Application> applications = ImmutableList.builder();
        for (int i = 0; i < pod.containers().size(); i++) {
            PodContainer container = pod.containers().get(i);
            Application.Builder application = Application.builder(label + "/" + container.name())
                    .memory(memory.demands.get(i).map(DataSize::ofBytes))
                    .cpu(cpu.demands.get(i).map(Cpu::ofMillis))
                    .running(running && isCounted(container, memory.demands.get(i), cpu.demands.get(i)));
            memory.limits.get(i).map(DataSize::ofBytes).ifPresent(application::memoryLimit);
            cpu.limits.get(i).map(Cpu::ofMillis).ifPresent(application::cpuLimit);
            applications.add(application.build());
        }
        return applications.build();
    }

    /** An init container that takes nothing beyond what stays has ended without a trace in any figure. */
    private static boolean isCounted(PodContainer container, Optional<Long> memory, Optional<Long> cpu) {
        return container.role() != Role.INIT || memory.orElse(1L) > 0 || cpu.orElse(1L) > 0;
    }

    private Figures figures(Function<Resources, Optional<Long>> figure) {
        ImmutableList<PodContainer> containers = pod.containers();
        PodShares limits = new PodShares(containers, stated(PodContainer::limits, figure));
        PodShares demands = new PodShares(containers, stated(PodContainer::requests, figure));
        Optional<Long> limit = figure.apply(pod.limits());
        Optional<Long> demand = figure.apply(pod.requests())
                .or(() -> demands.shares().stream().allMatch(Optional::isEmpty) ? limit : Optional.empty());
        fit(limits, limit);
        fit(demands, demand);
        long extra = figure.apply(overhead).orElse(0L);
        demands.add(extra);
        limits.add(extra);
        demands.moveBelow(limits.shares());
        return new Figures(demands.shares(), limits.shares());
    }

    private static void fit(PodShares shares, Optional<Long> total) {
        if (total.isPresent()) {
            shares.fitTo(total.get());
        } else {
            shares.capInits();
        }
    }

    private ImmutableList<Optional<Long>> stated(
            Function<PodContainer, Resources> kind, Function<Resources, Optional<Long>> figure) {
        return pod.containers().stream()
                .map(container -> figure.apply(kind.apply(container)))
                .collect(ImmutableList.toImmutableList());
    }

    private record Figures(ImmutableList<Optional<Long>> demands, ImmutableList<Optional<Long>> limits) {}
}
