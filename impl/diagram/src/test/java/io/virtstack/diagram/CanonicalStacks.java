package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.DockerDesktop;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualDisk;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.Volume;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import java.util.stream.IntStream;

/** Stacks that every kind of picture has to show well: the article's two first. */
public final class CanonicalStacks {
    private static final HostOS DEBIAN = HostOS.builder("debian")
            .family(OsFamily.LINUX)
            .disk("700 MB")
            .memory("180 MB")
            .cpu("50m")
            .startup("12 s")
            .build();
    private static final DockerDaemon DOCKER = DockerDaemon.builder("docker")
            .disk("300 MB")
            .memory("80 MB")
            .cpu("20m")
            .startup("1 s")
            .build();

    private CanonicalStacks() {}

    /** {@return the stacks by name} */
    public static ImmutableMap<String, Hardware> all() {
        return ImmutableMap.<String, Hardware>builder()
                .put("virtual-machines", virtualMachines())
                .put("containers", containers())
                .put("hosted-hypervisor", hostedHypervisor())
                .put("containers-in-vms", containersInVms())
                .put("nested-virtualization", nested())
                .put("docker-desktop", dockerDesktop())
                .put("shared-layers", sharedLayers())
                .put("unknown-and-stopped", unknownAndStopped())
                .put("disks-and-volumes", disksAndVolumes())
                .put("bare-metal-applications", onBareOperatingSystem())
                .put("empty-machine", Hardware.builder("empty").build())
                .put("a-hundred-images", hundredImages())
                .put("foreign-names", foreignNames())
                .buildOrThrow();
    }

    /** {@return the article's first: three machines with a full operating system each} */
    public static Hardware virtualMachines() {
        return rack().runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .startup("60 s")
                        .runsAll(guests())
                        .build())
                .build();
    }

    /** {@return the article's second: the same applications in containers} */
    public static Hardware containers() {
        return Migration.onto(DEBIAN, DOCKER).containerize(virtualMachines());
    }

    private static Hardware hostedHypervisor() {
        return rack().runs(DEBIAN.withRuns(Hypervisor.hosted("virtualbox")
                        .disk("200 MB")
                        .memory("100 MB")
                        .startup("2 s")
                        .runsAll(guests())
                        .build()))
                .build();
    }

    private static Hardware containersInVms() {
        DockerDaemon inside = DOCKER.withRuns(ImmutableList.of(python("orders"), python("billing"), python("reports")));
        GuestOS guest = guest("node").withRuns(inside);
        return rack().runs(
                        Hypervisor.bareMetal("kvm").disk("1 GB").runs(guest, 4).build())
                .build();
    }

    static Hardware nested() {
        GuestOS inner = guest("inner").withRuns(python("orders"));
        GuestOS outer = guest("outer")
                .withRuns(Hypervisor.hosted("kvm").disk("50 MB").runs(inner, 2).build());
        return rack().runs(Hypervisor.bareMetal("esxi")
                        .nestedVirtualization(true)
                        .runs(outer)
                        .build())
                .build();
    }

    private static Hardware dockerDesktop() {
        HostOS mac =
                HostOS.builder("macOS").family(OsFamily.MACOS).disk("20 GB").build();
        return Hardware.builder("notebook")
                .cores(8)
                .runs(mac.withRuns(DockerDesktop.on(
                        OsFamily.MACOS,
                        VirtualHardware.of(4, "8 GiB", "64 GiB"),
                        DOCKER.withRuns(python("orders"), 2))))
                .build();
    }

    /** {@return images that begin with the same layers, some used by many containers, one by none} */
    public static Hardware sharedLayers() {
        ImageLayer base = layer("base", 74_800_001);
        ImageLayer certificates = layer("certificates", 9_000);
        ImageLayer python = layer("python", 48_123_456);
        ImageLayer web = layer("web", 5_000_000);
        ImageLayer unknown = ImageLayer.builder(Digest.sha256("unknown")).build();
        Application app =
                Application.builder("app").disk("0 B").memory("64 MiB").build();
        return rack().runs(DEBIAN.withRuns(DOCKER.withRuns(ImmutableList.of(
                        image("debian:12", base).build(),
                        image("python:3.13", base, certificates, python)
                                .runs(app.withName("cron"))
                                .build(),
                        image("shop:7", base, certificates, python, web)
                                .runs(app.withName("shop"), 30)
                                .runs(app.withName("worker"), 4)
                                .build(),
                        image("blog", base, certificates, unknown)
                                .runs(app.withName("blog").withWritable(Optional.of(DataSize.parse("17 MB"))))
                                .build(),
                        image("nginx", layer("alpine", 3_600_000), layer("nginx", 7_000_000))
                                .runs(app.withName("proxy"))
                                .build()))))
                .build();
    }

    private static Hardware unknownAndStopped() {
        Application unknown = Application.builder("legacy").build();
        GuestOS stopped = GuestOS.builder("windows")
                .running(false)
                .runs(Binaries.builder("dlls").runs(unknown.withRunning(false)).build())
                .build();
        return Hardware.builder("old-server")
                .runs(Hypervisor.bareMetal("xen")
                        .controlSystem("dom0")
                        .runs(stopped)
                        .runs(GuestOS.builder("linux")
                                .runs(Binaries.builder("libc").runs(unknown).build())
                                .build())
                        .build())
                .build();
    }

    private static Hardware disksAndVolumes() {
        GuestOS thin = guest("thin")
                .withMachine(VirtualHardware.builder()
                        .vcpus(2)
                        .memory("4 GiB")
                        .disk(VirtualDisk.thin("40 GB", "3 GB"))
                        .build())
                .withRuns(python("orders"));
        GuestOS clone = guest("clone")
                .withMachine(VirtualHardware.builder()
                        .vcpus(2)
                        .disk(VirtualDisk.linkedClone("40 GB", "golden", "8 GB", "200 MB"))
                        .build())
                .withRuns(DOCKER.withRuns(Binaries.builder("postgres")
                        .disk("400 MB")
                        .runs(Application.builder("database")
                                .volume(Volume.of("data", "120 GB"))
                                .build())
                        .build()));
        return rack().runs(
                        Hypervisor.bareMetal("esxi").runs(thin).runs(clone, 3).build())
                .build();
    }

    private static Hardware onBareOperatingSystem() {
        return rack().runs(DEBIAN.withRuns(ImmutableList.of(python("orders"), python("billing"))))
                .build();
    }

    static Hardware hundredImages() {
        ImmutableList<Binaries> images = IntStream.range(0, 100)
                .mapToObj(i -> Binaries.builder("image-" + i)
                        .disk((i + 1) + " MB")
                        .runs(Application.builder("service-" + i).build(), i + 1)
                        .build())
                .collect(ImmutableList.toImmutableList());
        return rack().runs(DEBIAN.withRuns(DOCKER.withRuns(images))).build();
    }

    private static Hardware foreignNames() {
        return Hardware.builder("サーバー一号")
                .runs(HostOS.builder("<script>alert(\"debian\")</script> & Söhne")
                        .runs(Binaries.builder("библиотеки")
                                .runs(Application.builder("😀 émile").build())
                                .build())
                        .build())
                .build();
    }

    private static Hardware.Builder rack() {
        return Hardware.builder("rack-1").cores(16).memoryCapacity("64 GiB").storage(Storage.ssd("2 TB"));
    }

    private static ImmutableList<GuestOS> guests() {
        return ImmutableList.of(
                guest("debian-1").withRuns(python("orders")),
                guest("debian-2").withRuns(python("billing")),
                guest("debian-3").withRuns(python("reports")));
    }

    private static GuestOS guest(String name) {
        return GuestOS.builder(name)
                .family(OsFamily.LINUX)
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .startup("12 s")
                .machine(VirtualHardware.builder().vcpus(1).memory("512 MB").build())
                .build();
    }

    private static Binaries python(String application) {
        return Binaries.builder("python-deps")
                .disk("48 MB")
                .runs(Application.builder(application)
                        .disk("5 MB")
                        .memory("150 MB")
                        .cpu("200m")
                        .startup("300 ms")
                        .build())
                .build();
    }

    private static Binaries.Builder image(String name, ImageLayer... layers) {
        return Binaries.builder(name).image(Image.of(layers));
    }

    private static ImageLayer layer(String name, long bytes) {
        return ImageLayer.builder(Digest.sha256(name))
                .contentSize(DataSize.ofBytes(bytes))
                .build();
    }
}
