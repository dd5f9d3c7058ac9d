package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.OverflowException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static io.virtstack.engine.capacity.Rack.app;
import static io.virtstack.engine.capacity.Rack.daemon;
import static io.virtstack.engine.capacity.Rack.image;
import static io.virtstack.engine.capacity.Rack.limit;
import static io.virtstack.engine.capacity.Rack.rack;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The largest numbers give an answer or an error, never nonsense. */
class CapacityAtTheEdgesTest {
    private static final AdmissionRule STANDARD = AdmissionRule.standard();

    private final AggregationEngine engine = AggregationEngine.create();

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
    void onlyWhatOverflowsBinds() {
        DockerDaemon daemon = daemon();
        GuestOS guest = GuestOS.builder("vm")
                .machine(VirtualHardware.builder()
                        .disk(new VirtualDisk.Thin(Optional.empty(), Optional.empty()))
                        .build())
                .runs(daemon)
                .build();
        Hardware rack = rack(daemon())
                .withStorage(ImmutableList.of(new Storage(Storage.Kind.HDD, DataSize.ofBytes(Long.MAX_VALUE))))
                .withRuns(ImmutableList.of(
                        Hypervisor.bareMetal("esxi").runs(guest).build()));
        Application half = app().build()
                .withMemory("0 B")
                .withCpu("0")
                .withWritable(Optional.of(DataSize.ofBytes(Long.MAX_VALUE / 2 - 100_000_000)));

        Capacity capacity = engine.capacity(rack, Placement.on(daemon, image(half)), STANDARD);

        assertThat(capacity.copies()).isEqualTo(2);
        assertThat(capacity.binding()).containsExactly(limit("rack", Resource.DISK, Long.MAX_VALUE));
    }
}
