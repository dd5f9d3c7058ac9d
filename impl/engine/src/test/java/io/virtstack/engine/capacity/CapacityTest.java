package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.footprint.Gap;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static io.virtstack.engine.capacity.Rack.app;
import static io.virtstack.engine.capacity.Rack.daemon;
import static io.virtstack.engine.capacity.Rack.image;
import static io.virtstack.engine.capacity.Rack.limit;
import static io.virtstack.engine.capacity.Rack.rack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** S11 by example. */
class CapacityTest {
    private static final AdmissionRule STANDARD = AdmissionRule.standard();

    private final AggregationEngine engine = AggregationEngine.create();

    private Capacity ofContainers(Application application) {
        return engine.capacity(rack(daemon()), Placement.on(daemon(), image(application)), STANDARD);
    }

    @Test
    void theScarcestResourceBinds() {
        Capacity capacity = ofContainers(app().build());

        assertThat(capacity.copies()).isEqualTo(10);
        assertThat(capacity.binding()).containsExactly(limit("rack", Resource.MEMORY, 1_000_000_000));
        assertThat(capacity.isAtMost()).isFalse();
        assertThat(capacity.toString())
                .isEqualTo(
                        "10 more of Binaries image on DockerDaemon docker: the next would exceed [1 GB memory of rack]; "
                                + "rule: " + STANDARD);
    }

    @Test
    void allResourcesBindWhenTied() {
        Capacity capacity =
                ofContainers(app().build().withCpu("400m").withWritable(Optional.of(DataSize.parse("95 MB"))));

        assertThat(capacity.copies()).isEqualTo(10);
        assertThat(capacity.binding())
                .containsExactly(
                        limit("rack", Resource.MEMORY, 1_000_000_000),
                        limit("rack", Resource.CPU, 4_000),
                        limit("rack", Resource.DISK, 1_000_000_000));
    }

    @Test
    void theFirstContainerPaysForItsImage() {
        Capacity capacity = ofContainers(app().writable("1 MB").build());

        assertThat(capacity.firstCopy())
                .containsEntry(Resource.DISK, 51_000_000L)
                .containsEntry(Resource.MEMORY, 100_000_000L)
                .containsEntry(Resource.CPU, 100L);
        assertThat(capacity.nextCopy())
                .containsEntry(Resource.DISK, 1_000_000L)
                .containsEntry(Resource.MEMORY, 100_000_000L)
                .containsEntry(Resource.CPU, 100L);
    }

    @Test
    void onlyTheFirstFitsWhereOnlyItsImageDoes() {
        Application writing = app().writable("475 MB").build().withMemory("0 B").withCpu("0");

        assertThat(engine.capacity(rack(daemon()), Placement.on(daemon(), image(writing)), STANDARD)
                        .copies())
                .isEqualTo(2);
    }

    @Test
    void aRuleChangesTheNumber() {
        AdmissionRule overcommitted = AdmissionRule.builder()
                .memoryOvercommit(Ratio.parse("1.5"))
                .memoryReserve(DataSize.parse("200 MB"))
                .build();

        Capacity capacity =
                engine.capacity(rack(daemon()), Placement.on(daemon(), image(app().build())), overcommitted);

        assertThat(capacity.copies()).isEqualTo(12);
        assertThat(capacity.binding()).containsExactly(limit("rack", Resource.MEMORY, 1_200_000_000));
        assertThat(capacity.rule()).isEqualTo(overcommitted);
    }

    @Test
    void allocatedCountsLimits() {
        AdmissionRule allocated =
                AdmissionRule.builder().accounting(Accounting.ALLOCATED).build();
        Application limited = app().memoryLimit("250 MB").cpuLimit("500m").build();

        assertThat(engine.capacity(rack(daemon()), Placement.on(daemon(), image(limited)), allocated)
                        .copies())
                .isEqualTo(4);
    }

    @Test
    void aFullMachineTakesNoMoreEvenOfWhatCostsNothing() {
        Hardware full = rack(daemon())
                .withMemoryCapacity("0 B")
                .withRuns(ImmutableList.of(
                        HostOS.builder("host").memory("1 B").runs(daemon()).build()));
        Application nothing = app().build().withDisk("0 B").withMemory("0 B").withCpu("0");

        Capacity capacity = engine.capacity(
                full,
                Placement.on(
                        daemon(),
                        Binaries.builder("image").disk("0 B").runs(nothing).build()),
                STANDARD);

        assertThat(capacity.copies()).isZero();
        assertThat(capacity.binding()).containsExactly(limit("rack", Resource.MEMORY, 0));
    }

    @Test
    void nothingStopsWhatCostsNothing() {
        Binaries nothing = Binaries.builder("image")
                .disk("0 B")
                .runs(Application.builder("app")
                        .disk("0 B")
                        .memory("0 B")
                        .cpu("0")
                        .build())
                .build();

        Capacity capacity = engine.capacity(rack(daemon()), Placement.on(daemon(), nothing), STANDARD);

        assertThat(capacity.copies()).isEqualTo(Integer.MAX_VALUE);
        assertThat(capacity.binding()).isEmpty();
        assertThat(capacity.toString()).startsWith("any number more of");
    }

    @Test
    void unknownFiguresMakeItAtMost() {
        Capacity capacity =
                ofContainers(Application.builder("app").memory("100 MB").build());

        assertThat(capacity.isAtMost()).isTrue();
        assertThat(capacity.copies()).isEqualTo(10);
        assertThat(capacity.gaps())
                .containsExactly(
                        new Gap(LayerPath.of("rack", "host", "docker"), "image layer of app", 1),
                        new Gap(LayerPath.of("rack", "host", "docker", "image", "app"), "CPU", 1));
        assertThat(capacity.toString()).startsWith("at most 10 more of");
    }

    @Test
    void unknownCapacitiesMakeItAtMost() {
        Hardware rack = Hardware.builder("rack")
                .memoryCapacity("1 GB")
                .runsAll(rack(daemon()).runs())
                .build();

        Capacity capacity = engine.capacity(rack, Placement.on(daemon(), image(app().build())), STANDARD);

        assertThat(capacity.copies()).isEqualTo(10);
        assertThat(capacity.isAtMost()).isTrue();
        assertThat(capacity.unlimited()).containsExactly("CPU of rack", "disk of rack");
    }

    @Test
    void aTargetThatIsNotInTheStackIsRefused() {
        DockerDaemon other = daemon().withName("podman");

        assertThatThrownBy(() -> engine.capacity(rack(daemon()), Placement.on(other, image(app().build())), STANDARD))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Hardware rack has no layer equal to DockerDaemon podman; take the target of the placement from"
                                + " the stack itself");
    }
}
