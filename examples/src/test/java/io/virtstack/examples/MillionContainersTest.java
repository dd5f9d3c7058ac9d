package io.virtstack.examples;

import io.virtstack.fleet.Progress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MillionContainersTest {
    @Test
    void changesWhatItPrints() {
        List<String> lines = Printed.linesOf(out -> MillionContainers.print(3_000, Progress.NONE, out));

        assertThat(lines)
                .contains("Fleet data centre of 100 hosts")
                .anyMatch(line -> line.startsWith("Now: 100 hosts, 3000 containers, "))
                .anyMatch(line -> line.startsWith("10 containers more on host-0: 100 hosts, 3010 containers, "))
                .anyMatch(line -> line.startsWith("host-1 drained: 99 hosts, 2980 containers, "));
    }

    @Test
    void tellsHowFarItIs() {
        List<Long> done = new ArrayList<>();
        Progress progress = (hosts, all) -> {
            assertThat(all).hasValue(4);
            return done.add(hosts);
        };

        Printed.linesOf(out -> MillionContainers.print(100, progress, out));

        assertThat(done).containsExactly(1L, 2L, 3L, 4L);
    }
}
