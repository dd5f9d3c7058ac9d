package io.virtstack.examples;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DockerDesktopHiddenVmTest {
    @Test
    void refusesTheDaemonOnMacOsWithTheRemedyAndAcceptsTheHiddenMachine() {
        assertThat(Printed.linesOf(DockerDesktopHiddenVm::print))
                .containsSubsequence(
                        "A daemon straight on macOS:",
                        "macbook/macos-15/docker/alpine:3.22: container.family: LINUX container on MACOS;"
                                + " run the daemon in a virtual machine of the image's family, as Docker Desktop does",
                        "The same daemon where Docker Desktop puts it, in a hidden Linux machine:",
                        "nothing is wrong with it. What is unknown here is what the hidden machine takes itself:",
                        "operating systems 2",
                        "virtual machines 1",
                        "containers 2");
    }
}
