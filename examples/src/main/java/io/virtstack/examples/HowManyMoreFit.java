package io.virtstack.examples;

import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Placement;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Ratio;
import java.io.PrintWriter;

/** How many more containers fit on a server, what stops the next one, and how that depends on the admission rule. */
public final class HowManyMoreFit {
    // The defaults of OpenStack Nova (nova/conf/compute.py): initial_cpu_allocation_ratio, reserved_host_memory_mb
    private static final AdmissionRule NOVA = AdmissionRule.builder()
            .cpuOvercommit(Ratio.parse("4"))
            .memoryReserve(DataSize.parse("512 MiB"))
            .build();

    private HowManyMoreFit() {}

    /**
     * Prints the answers under two admission rules.
     *
     * @param out where to
     */
    public static void print(PrintWriter out) {
        AggregationEngine engine = AggregationEngine.create();
        Application orders = Application.builder("orders")
                .disk("5 MB")
                .memory("150 MB")
                .cpu("200m")
                .build();
        Binaries python =
                Binaries.builder("python-deps").disk("48 MB").runs(orders).build();
        DockerDaemon docker = DockerDaemon.builder("docker")
                .disk("300 MB")
                .memory("80 MB")
                .cpu("20m")
                .build();
        Hardware server = Hardware.builder("server-1")
                .cores(16)
                .memoryCapacity("32 GiB")
                .storage(Storage.ssd("1 TB"))
                .runs(HostOS.builder("debian-12")
                        .family(OsFamily.LINUX)
                        .disk("700 MB")
                        .memory("180 MB")
                        .cpu("50m")
                        .runs(docker)
                        .build())
                .build();
        Placement moreOrders = Placement.on(docker, python);

        out.println("Nothing over-committed, nothing reserved:");
        print(engine.capacity(server, moreOrders, AdmissionRule.standard()), out);
        out.println();
        out.println("As OpenStack does it, each core given out four times, 512 MiB of memory kept free:");
        print(engine.capacity(server, moreOrders, NOVA), out);
    }

    private static void print(Capacity capacity, PrintWriter out) {
        out.printf("  %d more of %s%n", capacity.copies(), capacity.placement());
        capacity.binding().forEach(limit -> out.printf("  the next would exceed %s%n", limit));
        capacity.firstCopy()
                .forEach((resource, amount) -> out.printf(
                        "  %s: the first takes %s, each further one %s%n",
                        resource.figure(capacity.rule().accounting()),
                        resource.figure(capacity.rule().accounting()).format(amount),
                        resource.figure(capacity.rule().accounting())
                                .format(capacity.nextCopy().getOrDefault(resource, 0L))));
    }
}
