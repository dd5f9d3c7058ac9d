package io.virtstack.inventory.kubernetes;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.container.ImageReference;
import io.virtstack.inventory.kubernetes.PodContainer.Role;
import io.virtstack.layer.Application;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

import static org.assertj.core.api.Assertions.assertThat;

class PodContainersProperties {
    /** The rule as Kubernetes states it, container by container. */
    @Property
    void figuresAddUpToThoseOfThePod(
            @ForAll("containers") List<PodContainer> containers, @ForAll @LongRange(min = 0, max = 50) long overhead) {
        long demand = 0;
        long limit = 0;
        for (Application application : applications(containers, Resources.NONE, Resources.NONE, overhead)) {
            demand += application.memory().orElseThrow().bytes();
            limit += application.memoryLimit().orElseThrow().bytes();
        }

        assertThat(demand).isEqualTo(effective(containers, true) + overhead);
        assertThat(limit).isEqualTo(effective(containers, false) + overhead);
    }

    @Property
    void noContainerDemandsMoreThanItMayTake(
            @ForAll("containers") List<PodContainer> containers, @ForAll @LongRange(min = 0, max = 50) long overhead) {
        assertThat(applications(containers, Resources.NONE, Resources.NONE, overhead))
                .allMatch(application -> application
                                .memory()
                                .orElseThrow()
                                .compareTo(application.memoryLimit().orElseThrow())
                        <= 0);
    }

    @Property
    void figuresOfThePodAsAWholeTakeTheirPlace(
            @ForAll("containers") List<PodContainer> containers,
            @ForAll @LongRange(min = 0, max = 2_000) long total,
            @ForAll @LongRange(min = 0, max = 50) long overhead) {
        Resources pod = memory(total);
        long demand = 0;
        long limit = 0;
        for (Application application : applications(containers, pod, pod, overhead)) {
            demand += application.memory().orElseThrow().bytes();
            limit += application.memoryLimit().orElseThrow().bytes();
        }

        assertThat(demand).isEqualTo(total + overhead);
        assertThat(limit).isEqualTo(total + overhead);
    }

    @Property
    void whatNobodyStatesIsUnknown(@ForAll("containers") List<PodContainer> containers) {
        List<PodContainer> unstated = containers.stream()
                .map(container -> new PodContainer(
                        container.name(), container.image(), container.role(), Resources.NONE, Resources.NONE))
                .toList();

        assertThat(applications(unstated, Resources.NONE, Resources.NONE, 0)).allSatisfy(application -> {
            assertThat(application.memory()).isEmpty();
            assertThat(application.cpu()).isEmpty();
            assertThat(application.memoryLimit()).isEmpty();
            assertThat(application.running()).isTrue();
        });
    }

    @Provide
    Arbitrary<List<PodContainer>> containers() {
        Arbitrary<PodContainer> starting = Combinators.combine(Arbitraries.of(Role.INIT, Role.SIDECAR), figures())
                .as(PodContainersProperties::container);
        Arbitrary<PodContainer> regular = figures().map(figure -> container(Role.REGULAR, figure));
        return Combinators.combine(
                        starting.list().ofMaxSize(4),
                        regular.list().ofMinSize(1).ofMaxSize(4))
                .as((first, then) -> ImmutableList.<PodContainer>builder()
                        .addAll(first)
                        .addAll(then)
                        .build());
    }

    private static Arbitrary<long[]> figures() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 100), Arbitraries.longs().between(0, 100))
                .as((request, more) -> new long[] {request, request + more});
    }

    private static PodContainer container(Role role, long[] figures) {
        return new PodContainer("c", ImageReference.of("i"), role, memory(figures[0]), memory(figures[1]));
    }

    private static long effective(List<PodContainer> containers, boolean requests) {
        long staying = 0;
        long sidecars = 0;
        long peak = 0;
        for (PodContainer container : containers) {
            long figure = (requests ? container.requests() : container.limits())
                    .memory()
                    .orElseThrow()
                    .bytes();
            switch (container.role()) {
                case INIT -> peak = Math.max(peak, sidecars + figure);
                case SIDECAR -> {
                    sidecars += figure;
                    peak = Math.max(peak, sidecars);
                    staying += figure;
                }
                case REGULAR -> staying += figure;
            }
        }
        return Math.max(staying, peak);
    }

    private static ImmutableList<Application> applications(
            List<PodContainer> containers, Resources requests, Resources limits, long overhead) {
        PodSpec pod = new PodSpec(
                ImmutableList.copyOf(containers),
                requests,
                limits,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                NodeRequirements.NONE);
        return new PodContainers(pod, memory(overhead), true).applications("pod");
    }

    private static Resources memory(long bytes) {
        return new Resources(Optional.of(DataSize.ofBytes(bytes)), Optional.<Cpu>empty());
    }
}
