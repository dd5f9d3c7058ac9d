package io.virtstack.examples;

import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.machine.VmOverhead;
import io.virtstack.platform.OsFamily;
import java.io.PrintWriter;

/**
 * What a cloud does: containers inside virtual machines.
 *
 * <p>Containers of one daemon share their image, containers of two daemons do not. What the machines set aside and what
 * runs in them are two accounts, which are never mixed.
 */
public final class ContainersInVms {
    private ContainersInVms() {}

    /**
     * Prints what two machines with three containers each cost.
     *
     * @param out where to
     */
    public static void print(PrintWriter out) {
        Aggregation node = AggregationEngine.create().aggregate(node());
        Footprint footprint = node.footprint();

        out.println("Two virtual machines, each with a daemon and three containers of one image:");
        out.println();
        out.println(footprint);
        out.println();
        out.println("Each daemon stores the image once, for its three containers, and shares it with no other:");
        for (ImageUsage image : node.images()) {
            out.printf(
                    "  %s of %s: %s, %d containers%n", image.name(), image.daemon(), image.size(), image.containers());
        }
        out.println();
        out.printf(
                "The machines set aside %s of memory, and what runs demands %s:%n",
                footprint.allocatedMemory(), footprint.memory());
        out.println();
        out.println(node.byKind(Figure.MEMORY));
    }

    private static Hardware node() {
        Application shop = Application.builder("shop")
                .disk("12 MB")
                .memory("256 MB")
                .memoryLimit("512 MB")
                .cpu("250m")
                .cpuLimit("500m")
                .startup("2 s")
                .build();
        Binaries java = Binaries.builder("java-17").disk("210 MB").runs(shop, 3).build();
        DockerDaemon docker = DockerDaemon.builder("docker")
                .disk("300 MB")
                .memory("80 MB")
                .cpu("20m")
                .startup("1 s")
                .runs(java)
                .build();
        GuestOS worker = GuestOS.builder("worker-1")
                .family(OsFamily.LINUX)
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .startup("12 s")
                .machine(VirtualHardware.builder().vcpus(2).memory("4 GB").build())
                .runs(docker)
                .build();
        return Hardware.builder("node-1")
                .cores(16)
                .memoryCapacity("64 GiB")
                .runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .startup("60 s")
                        // for 2 vCPU and 4 GB: VMware, vSphere 6.5 Resource Management, table 6-1, rounded up
                        .overhead(VmOverhead.ofMemory("53 MB"))
                        .runs(worker)
                        .runs(worker.withName("worker-2"))
                        .build())
                .build();
    }
}
