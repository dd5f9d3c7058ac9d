package io.virtstack.examples;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HowManyMoreFitTest {
    @Test
    void namesTheNumberAndWhatStopsTheNextUnderEachRule() {
        assertThat(Printed.linesOf(HowManyMoreFit::print))
                .containsSubsequence(
                        "79 more of Binaries python-deps on DockerDaemon docker",
                        "the next would exceed 16 CPU of server-1",
                        "223 more of Binaries python-deps on DockerDaemon docker",
                        "the next would exceed 31.5 GiB memory of server-1",
                        "disk: the first takes 53 MB, each further one 0 B");
    }
}
