package io.virtstack.engine.comparison;

import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Comparison;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.Ratio;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** S12 by example, as people read it. */
class ComparisonTest {
    private final AggregationEngine engine = AggregationEngine.create();

    private static Hardware article() {
        Application orders = Application.builder("orders")
                .memory("150 MB")
                .cpu("200m")
                .disk("5 MB")
                .startup("300 ms")
                .build();
        GuestOS debian = GuestOS.builder("debian-12")
                .family(OsFamily.LINUX)
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .startup("12 s")
                .runs(Binaries.builder("python-deps").disk("48 MB").runs(orders).build())
                .build();
        return Hardware.builder("rack-1")
                .runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .startup("60 s")
                        .runs(debian, 3)
                        .build())
                .build();
    }

    private static Hardware containers() {
        HostOS host = HostOS.builder("debian-12")
                .disk("700 MB")
                .memory("180 MB")
                .cpu("50m")
                .startup("12 s")
                .build();
        DockerDaemon daemon = DockerDaemon.builder("docker")
                .disk("300 MB")
                .memory("80 MB")
                .cpu("20m")
                .startup("1 s")
                .build();
        return Migration.onto(host, daemon).containerize(article());
    }

    @Test
    void theArticleAsATable() {
        assertThat(engine.compare(article(), containers()).toString().lines())
                .containsExactlyElementsOf("""
                                                        before                  after   difference   ratio
                        disk                           3259 MB                1053 MB     -2206 MB    0.32
                          host os                          0 B                 700 MB      +700 MB       –
                          hypervisor                      1 GB                    0 B        -1 GB    0.00
                          docker daemon                    0 B                 300 MB      +300 MB       –
                          guest os                      2.1 GB                    0 B      -2.1 GB    0.00
                          binaries                      144 MB                  48 MB       -96 MB    0.33
                          application                    15 MB                   5 MB       -10 MB    0.33
                        logical disk                   3259 MB                1159 MB      -2.1 GB    0.36
                        memory                         2.99 GB                 710 MB     -2.28 GB    0.24
                        CPU                              1250m                   670m        -580m    0.54
                        allocated memory    ≥ 2 GB (3 unknown)   ≥ 260 MB (3 unknown)      unknown       –
                        allocated CPU       ≥ 500m (3 unknown)      ≥ 70m (3 unknown)      unknown       –
                        operating systems                    3                      1           -2    0.33
                        virtual machines                     3                      0           -3    0.00
                        containers                           0                      3           +3       –
                        applications                         3                      3            0    1.00
                        start-up                        72.3 s                 13.3 s        -59 s    0.18
                        warm start-up                   12.3 s                 300 ms        -12 s    0.02
                        """.lines().toList());
    }

    @Test
    void applicationsThatAreOnOneSideOnlyAreNamedBelow() {
        Hardware some = Hardware.builder("some")
                .runs(HostOS.builder("host")
                        .runs(Binaries.builder("lib")
                                .runs(Application.builder("orders").build(), 2)
                                .runs(Application.builder("billing")
                                        .version("2")
                                        .build())
                                .build())
                        .build())
                .build();
        Comparison comparison = engine.compare(some, article());

        assertThat(comparison.sameApplications()).isFalse();
        assertThat(comparison.onlyBefore()).containsExactly(Map.entry("billing 2", 1L));
        assertThat(comparison.onlyAfter()).containsExactly(Map.entry("orders", 1L));
        assertThat(comparison.toString())
                .endsWith(String.join(
                        System.lineSeparator(), "", "only before: {billing 2=1}", "only after: {orders=1}"));
    }

    @Test
    void aGapOnEitherSideMakesTheDifferenceUnknown() {
        Comparison comparison = engine.compare(article(), containers());

        assertThat(comparison.change(Figure.ALLOCATED_MEMORY).difference()).isEmpty();
        assertThat(comparison.change(Figure.ALLOCATED_MEMORY).ratio()).isEmpty();
        assertThat(comparison.change(Figure.OPERATING_SYSTEMS).ratio()).contains(new Ratio(1, 3));
    }

    @Test
    void noApplicationHasNoStartupToCompare() {
        Comparison comparison = engine.compare(Hardware.builder("empty").build(), article());

        assertThat(comparison.change(Figure.STARTUP).before()).isEmpty();
        assertThat(comparison.change(Figure.STARTUP).difference()).isEmpty();
    }
}
