package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.quantity.Cpu;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import io.virtstack.violation.Rule;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** S6 and S7: what a machine has to have for what is in it, exactly as much as it has and one unit more. */
class CapacityRulesTest {
    private static final AdmissionRule RULE = AdmissionRule.builder()
            .memoryOvercommit(Ratio.parse("1.5"))
            .cpuOvercommit(Ratio.parse("2"))
            .diskOvercommit(Ratio.parse("1.25"))
            .memoryReserve(DataSize.parse("2 GB"))
            .cpuReserve(Cpu.ofCores(1))
            .diskReserve(DataSize.parse("20 GB"))
            .build();
    private static final AdmissionRule ON_ALLOCATION = AdmissionRule.builder()
            .accounting(Accounting.ALLOCATED)
            .memoryOvercommit(Ratio.parse("1.5"))
            .memoryReserve(DataSize.parse("2 GB"))
            .build();

    /** Under the rule: 12 GB of memory, 6 cores, 100 GB of disk. */
    private static Hardware rack(HostOS.Builder host) {
        return Hardware.builder("rack")
                .memoryCapacity("10 GB")
                .cores(4)
                .storage(Storage.ssd("60 GB"))
                .storage(Storage.hdd("40 GB"))
                .runs(host.build())
                .build();
    }

    private static HostOS.Builder host() {
        return HostOS.builder("host");
    }

    private static DockerDaemon container(Application application) {
        return DockerDaemon.builder("docker")
                .runs(Binaries.builder("image").runs(application).build())
                .build();
    }

    private static Hardware machine(VirtualHardware hardware, GuestOS.Builder guest) {
        return Hardware.builder("rack")
                .runs(Hypervisor.bareMetal("esxi")
                        .runs(guest.machine(hardware).build())
                        .build())
                .build();
    }

    private static GuestOS.Builder guest() {
        return GuestOS.builder("vm");
    }

    @Test
    void memoryUnderOvercommitAndReserve() {
        Verdict.on(rack(host().memory("12000000001 B")), RULE)
                .isOnly(Rule.MEMORY_CAPACITY, "rack", "memory 12000000001 B, the rule admits 12 GB of 10 GB");
        Verdict.on(rack(host().memory("12 GB")), RULE).isFine();
    }

    @Test
    void cpuUnderOvercommitAndReserve() {
        Verdict.on(rack(host().cpu("6001m")), RULE)
                .isOnly(Rule.CPU_CAPACITY, "rack", "CPU 6001m, the rule admits 6 of 4");
        Verdict.on(rack(host().cpu("6")), RULE).isFine();
    }

    @Test
    void diskUnderOvercommitAndReserve() {
        Verdict.on(rack(host().disk("100000000001 B")), RULE)
                .isOnly(Rule.DISK_CAPACITY, "rack", "disk 100000000001 B, the rule admits 100 GB of 100 GB");
        Verdict.on(rack(host().disk("100 GB")), RULE).isFine();
    }

    @Test
    void underARuleOnDemandWhatIsSetAsideMayExceedTheMachine() {
        VirtualHardware large = VirtualHardware.builder().memory("13 GB").build();

        Verdict.on(
                        rack(host().runs(Hypervisor.hosted("kvm")
                                .runs(guest().machine(large).build())
                                .build())),
                        RULE)
                .isFine();
    }

    @Test
    void underARuleOnAllocationWhatIsSetAsideForMachinesCounts() {
        VirtualHardware large = VirtualHardware.builder().memory("13 GB").build();
        VirtualHardware fitting = large.withMemory(DataSize.parse("12 GB"));

        Verdict.on(
                        rack(host().runs(Hypervisor.hosted("kvm")
                                .runs(guest().machine(large).build())
                                .build())),
                        ON_ALLOCATION)
                .isOnly(Rule.MEMORY_CAPACITY, "rack", "allocated memory 13 GB, the rule admits 12 GB of 10 GB");
        Verdict.on(
                        rack(host().runs(Hypervisor.hosted("kvm")
                                .runs(guest().machine(fitting).build())
                                .build())),
                        ON_ALLOCATION)
                .isFine();
    }

    @Test
    void aReserveLargerThanTheMachineAdmitsNothing() {
        AdmissionRule reserved =
                AdmissionRule.builder().memoryReserve(DataSize.parse("1 TB")).build();

        Verdict.on(rack(host().memory("1 B")), reserved)
                .isOnly(Rule.MEMORY_CAPACITY, "rack", "memory 1 B, the rule admits 0 B of 10 GB");
        Verdict.on(rack(host().memory("0 B")), reserved).isFine();
    }

    @Test
    void unknownCapacitiesBoundNothing() {
        Verdict.on(host().memory("1 TB").cpu("1000").disk("1 PB").build()).isFine();
    }

    @Test
    void memoryDemandedInAMachine() {
        VirtualHardware oneGigabyte = VirtualHardware.builder().memory("1 GB").build();
        DockerDaemon half =
                container(Application.builder("app").memory("500 MB").build());

        Verdict.on(machine(oneGigabyte, guest().memory("500000001 B").runs(half)))
                .isOnly(Rule.MEMORY_DEMAND, "rack/esxi/vm", "memory 1000000001 B in a machine of 1 GB");
        Verdict.on(machine(oneGigabyte, guest().memory("500 MB").runs(half))).isFine();
    }

    @Test
    void cpuDemandedInAMachine() {
        VirtualHardware twoCores = VirtualHardware.builder().vcpus(2).build();

        Verdict.on(machine(twoCores, guest().cpu("2001m")))
                .isOnly(Rule.CPU_DEMAND, "rack/esxi/vm", "CPU 2001m in a machine of 2");
        Verdict.on(machine(twoCores, guest().cpu("2"))).isFine();
    }

    @Test
    void aStoppedMachineDemandsNothing() {
        VirtualHardware small = VirtualHardware.builder().vcpus(1).memory("1 B").build();

        Verdict.on(machine(small, guest().memory("2 B").cpu("2").running(false)))
                .isFine();
    }

    @Test
    void memoryDemandedInAContainer() {
        Application.Builder tooMuch =
                Application.builder("app").memory("101 MB").memoryLimit("100 MB");
        Application fitting = Application.builder("app")
                .memory("100 MB")
                .memoryLimit("100 MB")
                .build();

        Verdict.on(host().runs(container(tooMuch.build())).build())
                .isOnly(Rule.MEMORY_DEMAND, "rack/host/docker/image/app", "101 MB demanded, limit 100 MB");
        Verdict.on(host().runs(container(fitting)).build()).isFine();
    }

    @Test
    void cpuDemandedInAContainer() {
        Application tooMuch =
                Application.builder("app").cpu("501m").cpuLimit("500m").build();

        Verdict.on(host().runs(container(tooMuch)).build())
                .isOnly(Rule.CPU_DEMAND, "rack/host/docker/image/app", "501m demanded, limit 500m");
        Verdict.on(host().runs(container(tooMuch.withCpuLimit("501m"))).build()).isFine();
        Verdict.on(host().runs(container(tooMuch.withRunning(false))).build()).isFine();
    }

    @Test
    void limitsOutsideOfContainersMeanNothing() {
        Application tooMuch =
                Application.builder("app").cpu("501m").cpuLimit("500m").build();

        Verdict.on(host().runs(Binaries.builder("lib").runs(tooMuch).build()).build())
                .isFine();
    }

    @Test
    void contentsAboveTheVirtualSize() {
        VirtualHardware tenGigabytes = VirtualHardware.builder()
                .disk(VirtualDisk.thin("6 GB", "1 GB"))
                .disk(VirtualDisk.thick("4 GB"))
                .build();
        VirtualHardware unknown = tenGigabytes.withDisks(
                ImmutableList.of(VirtualDisk.thick("1 GB"), new VirtualDisk.Thick(Optional.empty())));

        Verdict.on(machine(tenGigabytes, guest().disk("10000000001 B").running(false)))
                .isOnly(Rule.CONTENTS, "rack/esxi/vm", "disk 10000000001 B in a machine of 10 GB");
        Verdict.on(machine(tenGigabytes, guest().disk("10 GB").running(false))).isFine();
        Verdict.on(machine(unknown, guest().disk("10 GB").running(false))).isFine();
    }

    @Test
    void limitsInAMachineMayBeOvercommittedAsTheRuleSays() {
        Application app = Application.builder("app").memoryLimit("1501 MB").build();
        VirtualHardware oneGigabyte = VirtualHardware.builder().memory("1 GB").build();
        AdmissionRule oneAndAHalf = AdmissionRule.builder()
                .accounting(Accounting.ALLOCATED)
                .memoryOvercommit(Ratio.parse("1.5"))
                .build();

        Verdict.on(machine(oneGigabyte, guest().runs(container(app))), oneAndAHalf)
                .isOnly(
                        Rule.MEMORY_CAPACITY,
                        "rack/esxi/vm",
                        "allocated memory 1501 MB, the rule admits 1.5 GB of 1 GB");
        Verdict.on(machine(oneGigabyte, guest().runs(container(app.withMemoryLimit("1500 MB")))), oneAndAHalf)
                .isFine();
    }

    @Test
    void cpuLimitsInAMachine() {
        Application app = Application.builder("app").cpuLimit("1001m").build();
        VirtualHardware oneCore = VirtualHardware.builder().vcpus(1).build();

        Verdict.on(machine(oneCore, guest().runs(container(app)))).isFine();
        Verdict.on(machine(oneCore, guest().runs(container(app))), AdmissionRule.ofAllocation())
                .isOnly(Rule.CPU_CAPACITY, "rack/esxi/vm", "allocated CPU 1001m, the rule admits 1 of 1");
        Verdict.on(machine(oneCore, guest().runs(container(app.withCpuLimit("1")))), AdmissionRule.ofAllocation())
                .isFine();
    }

    @Test
    void whatTheHardwareKeepsFreeIsNotKeptFreeInEachMachine() {
        Application app = Application.builder("app").memoryLimit("512 MB").build();
        VirtualHardware oneGigabyte = VirtualHardware.builder().memory("1 GB").build();
        AdmissionRule reserved = AdmissionRule.builder()
                .accounting(Accounting.ALLOCATED)
                .memoryReserve(DataSize.parse("4 GB"))
                .build();

        Verdict.on(machine(oneGigabyte, guest().runs(container(app))), reserved).isFine();
    }
}
