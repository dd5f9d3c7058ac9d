package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.ImageStore;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.violation.Rule;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** All that is wrong is said at once, so that nobody has to check again after each repair. */
class EveryRuleAtOnceTest {
    private static final Application GREEDY = Application.builder("greedy")
            .memory("2 GB")
            .memoryLimit("1 GB")
            .cpu("2")
            .cpuLimit("1")
            .disk("1 GB")
            .build();
    private static final Binaries IMAGE = Binaries.builder("image").runs(GREEDY).build();
    private static final GuestOS GUEST = GuestOS.builder("vm")
            .architecture(Architecture.ARM64)
            .family(OsFamily.WINDOWS)
            .machine(VirtualHardware.builder()
                    .vcpus(1)
                    .memory("1 GB")
                    .disk(VirtualDisk.thick("500 MB"))
                    .build())
            .runs(DockerDaemon.builder("docker").runs(IMAGE).build())
            .runs(Hypervisor.hosted("kvm").build())
            .build();

    private static Hardware rack(HostOS.Builder more) {
        return Hardware.builder("rack")
                .architecture(Architecture.AMD64)
                .cores(1)
                .memoryCapacity("1 MB")
                .storage(Storage.ssd("1 MB"))
                .runs(more.runs(Hypervisor.hosted("virtualbox").runs(GUEST).build())
                        .build())
                .build();
    }

    /** Two daemons that share a store: of two kinds, with a volume of two sizes. */
    private static HostOS.Builder contradictory() {
        return HostOS.builder("host")
                .runsAll(ImmutableList.of(
                        sharing("a", ImageStore.OVERLAY2, "1 GB"), sharing("b", ImageStore.CONTAINERD, "2 GB")));
    }

    private static DockerDaemon sharing(String name, ImageStore kind, String size) {
        Application database =
                Application.builder("db").volume(Volume.of("data", size)).build();
        return DockerDaemon.builder(name)
                .store("shared")
                .imageStore(kind)
                .runs(Binaries.builder("image").runs(database).build())
                .build();
    }

    private static ImmutableSet<Finding> found(Hardware machine) {
        return Verdict.on(machine).violations().stream().map(Finding::of).collect(ImmutableSet.toImmutableSet());
    }

    private static final ImmutableSet<Finding> IN_PLACES = ImmutableSet.of(
            new Finding("rack/host/virtualbox/vm", Rule.GUEST_ARCHITECTURE),
            new Finding("rack/host/virtualbox/vm/docker/image", Rule.CONTAINER_FAMILY),
            new Finding("rack/host/virtualbox/vm/kvm", Rule.NESTED_VIRTUALIZATION),
            new Finding("rack/host/virtualbox/vm/docker/image/greedy", Rule.MEMORY_DEMAND),
            new Finding("rack/host/virtualbox/vm/docker/image/greedy", Rule.CPU_DEMAND));
    private static final ImmutableSet<Finding> OF_CAPACITIES = ImmutableSet.of(
            new Finding("rack", Rule.MEMORY_CAPACITY),
            new Finding("rack", Rule.CPU_CAPACITY),
            new Finding("rack/host/virtualbox/vm", Rule.MEMORY_DEMAND),
            new Finding("rack/host/virtualbox/vm", Rule.CPU_DEMAND));
    private static final ImmutableSet<Finding> OF_DISKS = ImmutableSet.of(
            new Finding("rack", Rule.DISK_CAPACITY), new Finding("rack/host/virtualbox/vm", Rule.CONTENTS));
    private static final ImmutableSet<Finding> OF_STORES =
            ImmutableSet.of(new Finding("rack/host/a", Rule.ONE_STORE_KIND), new Finding("rack/host/a", Rule.ONE_SIZE));

    @Test
    void whatHasAFigure() {
        assertThat(found(rack(HostOS.builder("host"))))
                .containsExactlyInAnyOrderElementsOf(ImmutableSet.<Finding>builder()
                        .addAll(IN_PLACES)
                        .addAll(OF_CAPACITIES)
                        .addAll(OF_DISKS)
                        .build());
    }

    @Test
    void whatHasNoFigure() {
        assertThat(found(rack(contradictory()))).containsAll(IN_PLACES).containsAll(OF_STORES);
    }

    /** Memory and CPU are defined whatever the stores contradict, and so is the disk of a machine that does not. */
    @Test
    @Disabled("a contradiction in any store hides all violations of capacities: the ledgers refuse every figure then")
    void aContradictionOnDiskHidesNothingElse() {
        assertThat(found(rack(contradictory())))
                .containsAll(OF_CAPACITIES)
                .contains(new Finding("rack/host/virtualbox/vm", Rule.CONTENTS));
    }
}
