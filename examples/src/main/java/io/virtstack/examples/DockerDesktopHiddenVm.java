package io.virtstack.examples;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.DockerDesktop;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.machine.Storage;
import io.virtstack.machine.VirtualHardware;
import io.virtstack.platform.OsFamily;
import io.virtstack.violation.Violation;
import java.io.PrintWriter;

/**
 * Linux containers on a Mac: they share a kernel with their daemon, so there must be a Linux somewhere.
 *
 * <p>A daemon straight on macOS is a legal order of layers, so it compiles; that its values do not fit is what
 * {@link AggregationEngine#check} finds, with the remedy.
 */
public final class DockerDesktopHiddenVm {
    private static final AggregationEngine ENGINE = AggregationEngine.create();

    private DockerDesktopHiddenVm() {}

    /**
     * Prints what is wrong with a daemon straight on macOS, and what Docker Desktop makes of it.
     *
     * @param out where to
     */
    public static void print(PrintWriter out) {
        Application web = Application.builder("web")
                .disk("4 MB")
                .memory("60 MiB")
                .memoryLimit("256 MiB")
                .cpu("100m")
                .cpuLimit("1")
                .startup("500 ms")
                .build();
        DockerDaemon docker = DockerDaemon.builder("docker")
                .disk("300 MB")
                .memory("80 MiB")
                .cpu("20m")
                .startup("1 s")
                // alpine:3.22 on disk, as docker-library/repo-info lists it
                .runs(Binaries.builder("alpine:3.22")
                        .disk("8.3 MB")
                        .runs(web, 2)
                        .build())
                .build();

        out.println("A daemon straight on macOS:");
        print(mac(docker), out);

        // Docker's documentation: unless set otherwise the machine gets half of the host's memory.
        VirtualHardware half = VirtualHardware.of(4, "8 GiB", "60 GB");
        out.println();
        out.println("The same daemon where Docker Desktop puts it, in a hidden Linux machine:");
        print(mac(DockerDesktop.on(OsFamily.MACOS, half, docker)), out);
    }

    private static Hardware mac(RunsOnOperatingSystem layer) {
        return Hardware.builder("macbook")
                .cores(8)
                .memoryCapacity("16 GiB")
                .storage(Storage.nvme("512 GB"))
                .runs(HostOS.builder("macos-15")
                        .family(OsFamily.MACOS)
                        .disk("25 GB")
                        .memory("3 GiB")
                        .cpu("300m")
                        .startup("20 s")
                        .runs(layer)
                        .build())
                .build();
    }

    private static void print(Hardware machine, PrintWriter out) {
        ImmutableList<Violation> violations = ENGINE.check(machine, AdmissionRule.standard());

        out.println();
        if (violations.isEmpty()) {
            out.println("  nothing is wrong with it. What is unknown here is what the hidden machine takes itself:");
            out.println();
            out.println(ENGINE.footprint(machine));
        }
        violations.forEach(violation -> out.println("  " + violation));
    }
}
