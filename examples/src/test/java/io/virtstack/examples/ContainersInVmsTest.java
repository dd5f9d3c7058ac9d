package io.virtstack.examples;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ContainersInVmsTest {
    @Test
    void storesTheImageOnceOnEachDaemonAndKeepsTheTwoAccountsApart() {
        assertThat(Printed.linesOf(ContainersInVms::print))
                .containsSubsequence(
                        "disk 3444 MB",
                        "logical disk 4332 MB",
                        "operating systems 2",
                        "virtual machines 2",
                        "containers 6",
                        "java-17 + shop of node-1/esxi/worker-1/docker: 222 MB, 3 containers",
                        "java-17 + shop of node-1/esxi/worker-2/docker: 222 MB, 3 containers",
                        "The machines set aside 10106 MB of memory, and what runs demands 4162 MB:",
                        "overhead 106 MB");
    }
}
