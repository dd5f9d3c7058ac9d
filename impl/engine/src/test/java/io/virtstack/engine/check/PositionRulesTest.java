package io.virtstack.engine.check;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Image;
import io.virtstack.layer.BareMetalHypervisor;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.DockerDesktop;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.HostedHypervisor;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Isolation;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import io.virtstack.violation.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** S2: what a layer needs from those below it; each rule broken alone, beside a twin that keeps it. */
class PositionRulesTest {
    private static final Binaries LINUX_IMAGE = Binaries.builder("nginx").build();

    private static DockerDaemon daemon(Binaries image) {
        return DockerDaemon.builder("docker").runs(image).build();
    }

    private static HostOS host(OsFamily family, Binaries image) {
        return HostOS.builder("host").family(family).runs(daemon(image)).build();
    }

    private static Hardware rack(Architecture architecture) {
        GuestOS guest = GuestOS.builder("vm").architecture(Architecture.ARM64).build();
        return Hardware.builder("rack")
                .architecture(architecture)
                .runs(Hypervisor.bareMetal("esxi").runs(guest).build())
                .build();
    }

    private static BareMetalHypervisor nested(boolean offered) {
        GuestOS guest =
                GuestOS.builder("vm").runs(Hypervisor.hosted("kvm").build()).build();
        return Hypervisor.bareMetal("esxi")
                .nestedVirtualization(offered)
                .runs(guest)
                .build();
    }

    private static BareMetalHypervisor inGuest(OsFamily family) {
        GuestOS guest =
                GuestOS.builder("vm").family(family).runs(daemon(LINUX_IMAGE)).build();
        return Hypervisor.bareMetal("esxi").runs(guest).build();
    }

    @Test
    void aGuestNeedsItsArchitecture() {
        Verdict.on(rack(Architecture.AMD64)).isOnly(Rule.GUEST_ARCHITECTURE, "rack/esxi/vm", "ARM64 on AMD64");
        Verdict.on(rack(Architecture.ARM64)).isFine();
    }

    @Test
    void anUnknownArchitectureIsNoViolation() {
        GuestOS guest = GuestOS.builder("vm").build();
        Hardware unknownGuest = rack(Architecture.AMD64)
                .withRuns(ImmutableList.of(
                        Hypervisor.bareMetal("esxi").runs(guest).build()));
        Hardware unknownRack = Hardware.builder("rack")
                .runsAll(rack(Architecture.AMD64).runs())
                .build();

        Verdict.on(unknownGuest).isFine();
        Verdict.on(unknownRack).isFine();
    }

    @ParameterizedTest
    @EnumSource(names = {"WINDOWS", "MACOS", "FREEBSD", "OTHER"})
    void aLinuxContainerNeedsALinuxHost(OsFamily family) {
        Verdict.on(host(family, LINUX_IMAGE))
                .isOnly(Rule.CONTAINER_FAMILY, "rack/host/docker/nginx", "LINUX container on " + family);
        Verdict.on(host(OsFamily.LINUX, LINUX_IMAGE)).isFine();
    }

    @Test
    void aLinuxContainerNeedsALinuxGuest() {
        Verdict.on(inGuest(OsFamily.WINDOWS))
                .isOnly(Rule.CONTAINER_FAMILY, "rack/esxi/vm/docker/nginx", "LINUX container on WINDOWS");
        Verdict.on(inGuest(OsFamily.LINUX)).isFine();
    }

    @Test
    void aWindowsContainerNeedsWindowsByItsStatedFamily() {
        Binaries windows = Binaries.builder("iis").family(OsFamily.WINDOWS).build();

        Verdict.on(host(OsFamily.LINUX, windows))
                .isOnly(Rule.CONTAINER_FAMILY, "rack/host/docker/iis", "WINDOWS container on LINUX");
        Verdict.on(host(OsFamily.WINDOWS, windows)).isFine();
    }

    @Test
    void aWindowsContainerNeedsWindowsByThePlatformOfItsImage() {
        Image image = Image.builder()
                .platform(new Platform(OsFamily.WINDOWS, Architecture.AMD64))
                .build();
        Binaries windows = Binaries.builder("iis").image(image).build();

        Verdict.on(host(OsFamily.LINUX, windows))
                .isOnly(Rule.CONTAINER_FAMILY, "rack/host/docker/iis", "WINDOWS container on LINUX");
        Verdict.on(host(OsFamily.WINDOWS, windows)).isFine();
    }

    @Test
    void binariesThatAreNoImageShareNoKernel() {
        Verdict.on(HostOS.builder("host")
                        .family(OsFamily.WINDOWS)
                        .runs(LINUX_IMAGE)
                        .build())
                .isFine();
    }

    @Test
    void theHiddenMachineOfDockerDesktopMakesLinuxContainersRunOnMacOS() {
        Verdict.on(host(OsFamily.MACOS, LINUX_IMAGE))
                .isOnly(Rule.CONTAINER_FAMILY, "rack/host/docker/nginx", "LINUX container on MACOS");

        HostedHypervisor desktop =
                DockerDesktop.on(OsFamily.MACOS, VirtualHardware.of(4, "8 GiB", "64 GB"), daemon(LINUX_IMAGE));
        Verdict.on(HostOS.builder("host").family(OsFamily.MACOS).runs(desktop).build())
                .isFine();
    }

    @Test
    void aContainerInItsOwnMicroVmBringsItsOwnKernel() {
        DockerDaemon isolating = daemon(LINUX_IMAGE).withIsolation(Isolation.MICRO_VM);

        Verdict.on(HostOS.builder("host").family(OsFamily.MACOS).runs(isolating).build())
                .isFine();
    }

    @Test
    void aHypervisorInAGuestNeedsNestedVirtualization() {
        Verdict.on(nested(false))
                .isOnly(Rule.NESTED_VIRTUALIZATION, "rack/esxi/vm/kvm", "nested on esxi, which does not offer it");
        Verdict.on(nested(true)).isFine();
    }

    @Test
    void aHostedHypervisorOnAHostIsNotNested() {
        Verdict.on(HostOS.builder("host").runs(Hypervisor.hosted("kvm").build()).build())
                .isFine();
    }
}
