package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.footprint.Gap;
import io.virtstack.layer.Application;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import io.virtstack.quantity.Ratio;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** S11 by example. */
class CapacityTest {
    private static final AdmissionRule STANDARD = AdmissionRule.standard();

    private final AggregationEngine engine = AggregationEngine.create();

    private static Application.Builder app() {
        return Application.builder("app").disk("5 MB").memory("100 MB").cpu("100m");
    }

    private static Binaries image(Application application) {
        return Binaries.builder("image").disk("45 MB").runs(application).build();
    }

    private static DockerDaemon daemon() {
        return DockerDaemon.builder("docker").disk("0 B").memory("0 B").cpu("0").build();
    }

    private static Hardware rack(DockerDaemon daemon) {
        return Hardware.builder("rack")
                .cores(4)
                .memoryCapacity("1 GB")
                .storage(Storage.ssd("1 GB"))
                .runs(HostOS.builder("host")
                        .disk("0 B")
                        .memory("0 B")
                        .cpu("0")
                        .runs(daemon)
                        .build())
                .build();
    }

    private Capacity ofContainers(Application application) {
        return engine.capacity(rack(daemon()), Placement.on(daemon(), image(application)), STANDARD);
    }

    private static Limit limit(String path, Resource resource, long amount) {
        return new Limit(LayerPath.of(path.split("/")), resource, amount);
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
    void gapsOfAMachineOnTheWayStandWhereTheyAreInTheStackEachOnce() {
        DockerDaemon daemon = daemon();
        GuestOS guest = GuestOS.builder("vm")
                .disk("0 B")
                .cpu("0")
                .machine(VirtualHardware.builder().memory("1 GB").build())
                .runs(daemon)
                .build();
        BareMetalHypervisor esxi =
                Hypervisor.bareMetal("esxi").memory("0 B").runs(guest, 2).build();
        Hardware rack =
                Hardware.builder("rack").memoryCapacity("10 GB").runs(esxi).build();

        Capacity capacity = engine.capacity(rack, Placement.on(daemon, image(app().build())), STANDARD);

        assertThat(capacity.gaps()).containsExactly(new Gap(LayerPath.of("rack", "esxi", "vm"), "memory", 2));
        assertThat(capacity.binding()).containsExactly(limit("rack/esxi/vm", Resource.MEMORY, 1_000_000_000));
    }

    @Test
    void aStoppedMachineHoldsWhatIsStoredInIt() {
        DockerDaemon daemon = daemon();
        GuestOS guest = GuestOS.builder("vm")
                .machine(VirtualHardware.of(1, "1 B", "100 MB"))
                .running(false)
                .runs(daemon)
                .build();
        Hardware rack = Hardware.builder("rack")
                .runs(Hypervisor.bareMetal("esxi").runs(guest).build())
                .build();
        Binaries writing = image(app().writable("10 MB").build());

        Capacity capacity = engine.capacity(rack, Placement.on(daemon, writing), STANDARD);

        assertThat(capacity.copies()).isEqualTo(5);
        assertThat(capacity.binding()).containsExactly(limit("rack/esxi/vm", Resource.DISK, 100_000_000));
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

    @Test
    void theNumberOfCopiesDoesNotMatter() {
        Hardware large = rack(daemon())
                .withMemoryCapacity(DataSize.ofBytes(2_000_000_000L * 100))
                .withCores(Integer.MAX_VALUE);
        Application small = app().build().withDisk("0 B").withMemory("100 B").withCpu("0");

        assertThat(engine.capacity(large, Placement.on(daemon(), image(small)), STANDARD)
                        .copies())
                .isEqualTo(2_000_000_000);
    }

    @Test
    void capacitiesAsLargeAsTheyGet() {
        Hardware largest = rack(daemon()).withMemoryCapacity(DataSize.ofBytes(Long.MAX_VALUE));
        Application half = app().build().withCpu("0").withMemory(DataSize.ofBytes(Long.MAX_VALUE / 2));
        Application more = half.withMemory(DataSize.ofBytes(Long.MAX_VALUE / 2 + 1));

        Capacity two = engine.capacity(largest, Placement.on(daemon(), image(half)), STANDARD);
        Capacity one = engine.capacity(largest, Placement.on(daemon(), image(more)), STANDARD);

        assertThat(two.copies()).isEqualTo(2);
        assertThat(one.copies()).isEqualTo(1);
        assertThat(one.nextCopy()).containsEntry(Resource.MEMORY, Long.MAX_VALUE / 2 + 1);
        assertThat(one.binding()).containsExactly(limit("rack", Resource.MEMORY, Long.MAX_VALUE));
    }

    @Test
    void aTargetThatHasAllTheCopiesThereCanBeHasNoAnswer() {
        Binaries image = image(app().build());
        DockerDaemon full = daemon().withRuns(ImmutableMultiset.<Binaries>builder()
                .addCopies(image, Integer.MAX_VALUE)
                .build());

        assertThatThrownBy(() -> engine.capacity(rack(full), Placement.on(full, image), STANDARD))
                .isInstanceOf(OverflowException.class)
                .hasMessageContaining("number of copies of Binaries image on DockerDaemon docker");
    }

    @Test
    void aStackThatOverflowsAsItIsHasNoAnswer() {
        Application largest = app().build().withMemory(DataSize.ofBytes(Long.MAX_VALUE));
        DockerDaemon daemon = daemon().withRuns(ImmutableList.of(image(largest), image(largest)));

        assertThatThrownBy(() -> engine.capacity(rack(daemon), Placement.on(daemon, image(app().build())), STANDARD))
                .isInstanceOf(OverflowException.class);
    }

    @Test
    void equalTargetsInMachinesOfOneNameAnswerForTheFullestInAnyOrder() {
        DockerDaemon daemon = daemon();
        GuestOS roomy = GuestOS.builder("vm")
                .machine(VirtualHardware.builder().memory("1 GB").build())
                .runs(daemon)
                .build();
        GuestOS tight =
                roomy.withMachine(VirtualHardware.builder().memory("500 MB").build());
        Placement placement = Placement.on(daemon, image(app().build()));

        for (ImmutableList<GuestOS> guests :
                ImmutableList.of(ImmutableList.of(roomy, tight), ImmutableList.of(tight, roomy))) {
            Hardware rack = Hardware.builder("rack")
                    .runs(Hypervisor.bareMetal("esxi").runsAll(guests).build())
                    .build();

            assertThat(engine.capacity(rack, placement, STANDARD).copies()).isEqualTo(5);
        }
    }
}
