package io.virtstack.engine.capacity;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.capacity.Resource;
import io.virtstack.footprint.Gap;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.VirtualHardware;
import org.junit.jupiter.api.Test;

import static io.virtstack.engine.capacity.Rack.app;
import static io.virtstack.engine.capacity.Rack.daemon;
import static io.virtstack.engine.capacity.Rack.image;
import static io.virtstack.engine.capacity.Rack.limit;
import static io.virtstack.engine.capacity.Rack.rack;
import static org.assertj.core.api.Assertions.assertThat;

/** A machine around the placement bounds it as well. */
class CapacityInMachinesTest {
    private static final AdmissionRule STANDARD = AdmissionRule.standard();

    private final AggregationEngine engine = AggregationEngine.create();

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
