package io.virtstack.examples;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Change;
import io.virtstack.comparison.Comparison;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.migration.Containerization;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import java.io.PrintWriter;

/** Three applications, each in a virtual machine of its own: what do they cost, and what would they cost as containers? */
public final class ArticleComparison {
    private static final HostOS HOST_OS = HostOS.builder("debian-12")
            .family(OsFamily.LINUX)
            .disk("700 MB")
            .memory("180 MB")
            .cpu("50m")
            .startup("12 s")
            .build();
    private static final DockerDaemon DAEMON = DockerDaemon.builder("docker")
            .disk("300 MB")
            .memory("80 MB")
            .cpu("20m")
            .startup("1 s")
            .build();
    private static final Containerization TO_CONTAINERS = Migration.onto(HOST_OS, DAEMON);

    private ArticleComparison() {}

    /**
     * Prints the comparison for both kinds of hypervisor.
     *
     * @param out where to
     */
    public static void print(PrintWriter out) {
        AggregationEngine engine = AggregationEngine.create();

        out.println("Three virtual machines on a bare-metal hypervisor, and the same applications as containers:");
        print(engine.compare(onBareMetal(), asContainers()), out);
        out.println();
        out.println("The same on a hosted hypervisor, which stands on an operating system itself:");
        print(engine.compare(hosted(), TO_CONTAINERS.containerize(hosted()).withName("containers")), out);
    }

    /** {@return three applications, each in a virtual machine of its own on a bare-metal hypervisor} */
    public static Hardware onBareMetal() {
        return rack().runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .startup("60 s")
                        .runsAll(guests())
                        .build())
                .build();
    }

    /** {@return the same applications as containers on one operating system} */
    public static Hardware asContainers() {
        return TO_CONTAINERS.containerize(onBareMetal()).withName("containers");
    }

    private static Hardware hosted() {
        return rack().runs(HOST_OS.withRuns(Hypervisor.hosted("virtualbox")
                        .disk("200 MB")
                        .memory("100 MB")
                        .cpu("100m")
                        .startup("2 s")
                        .runsAll(guests())
                        .build()))
                .build();
    }

    private static Hardware.Builder rack() {
        return Hardware.builder("virtual machines")
                .cores(16)
                .memoryCapacity("64 GiB")
                .storage(Storage.ssd("2 TB"));
    }

    private static ImmutableList<GuestOS> guests() {
        return ImmutableList.of(guest("orders"), guest("billing"), guest("reports"));
    }

    private static GuestOS guest(String name) {
        Application application = Application.builder(name)
                .disk("5 MB")
                .memory("150 MB")
                .memoryLimit("256 MB")
                .cpu("200m")
                .cpuLimit("500m")
                .startup("300 ms")
                .build();
        Binaries python =
                Binaries.builder("python-deps").disk("48 MB").runs(application).build();
        return GuestOS.builder("debian-12")
                .family(OsFamily.LINUX)
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .startup("12 s")
                .machine(VirtualHardware.builder().vcpus(1).memory("512 MB").build())
                .runs(python)
                .build();
    }

    private static void print(Comparison comparison, PrintWriter out) {
        Change<DataSize> guests = comparison.change(Figure.DISK, Category.GUEST_OS);
        Change<Long> systems = comparison.change(Figure.OPERATING_SYSTEMS);

        out.println();
        out.println(comparison);
        out.println();
        out.printf(
                "Guest operating systems take %s of disk, as containers %s. Operating systems: %s → %s. Applications: %s.%n",
                guests.before().orElseThrow(),
                guests.after().orElseThrow(),
                systems.before().orElseThrow(),
                systems.after().orElseThrow(),
                comparison.sameApplications() ? "unchanged" : "not the same");
    }
}
