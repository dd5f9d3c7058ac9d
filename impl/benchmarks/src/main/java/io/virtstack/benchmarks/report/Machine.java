package io.virtstack.benchmarks.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;

/** What it was measured on. */
final class Machine {
    private Machine() {}

    static void print(PrintStream out) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        out.printf(
                "%d cores (%s), %d GiB of memory, %s, %s %s%n%n",
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.arch"),
                system.getTotalMemorySize() >> 30,
                System.getProperty("os.name"),
                System.getProperty("java.vm.name"),
                System.getProperty("java.vm.version"));
    }
}
