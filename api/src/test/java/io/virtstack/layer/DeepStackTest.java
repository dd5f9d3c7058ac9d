package io.virtstack.layer;

import io.virtstack.violation.InvalidModelException;
import io.virtstack.violation.Rule;
import io.virtstack.violation.Violation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class DeepStackTest {
    @Test
    void thirtyTwoLayersStandOnOneAnother() {
        Hardware highest = Hardware.builder("rack").runs(host(30, 1)).build();
        assertThat(highest.height()).isEqualTo(Layer.MAX_HEIGHT).isEqualTo(32);
    }

    @Test
    void thirtyThreeAreRefused() {
        HostOS host = host(31, 1);
        assertThat(host.height()).isEqualTo(32);
        Hardware empty = Hardware.builder("rack").build();
        Violation expected =
                new Violation("rack, runs", Rule.DEPTH, "33 layers on one another", "stack at most 32 layers");
        assertThat(catchThrowableOfType(
                                InvalidModelException.class,
                                () -> Hardware.builder("rack").runs(host).build())
                        .violations())
                .containsExactly(expected);
        assertThat(catchThrowableOfType(InvalidModelException.class, () -> empty.withRuns(List.of(host)))
                        .violations())
                .containsExactly(expected);
    }

    @Test
    void heightIsThatOfTheHighestSibling() {
        HostOS host = HostOS.builder("x")
                .runs(Binaries.builder("low").build())
                .runs(Hypervisor.hosted("high")
                        .runs(GuestOS.builder("y").build())
                        .build())
                .build();
        assertThat(host.height()).isEqualTo(3);
        assertThat(host.withRuns(List.of()).height()).isEqualTo(1);
    }

    @Test
    void deepStacksWithManyCopiesAreBuiltAndComparedAtOnce() {
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Hardware one = Hardware.builder("rack").runs(host(30, 1_000)).build();
            Hardware other = Hardware.builder("rack").runs(host(30, 1_000)).build();
            assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
            assertThat(one)
                    .isNotEqualTo(Hardware.builder("rack").runs(host(30, 999)).build());
        });
    }

    @Test
    void textDoesNotGrowWithWhatStandsAbove() {
        Binaries.Builder wide = Binaries.builder("wide");
        for (int application = 0; application < 10_000; application++) {
            wide.runs(Application.builder("application-" + application).build());
        }
        assertThat(wide.build()).hasToString("Binaries wide");
        assertThat(host(30, 1_000)).hasToString("HostOS x");
        assertThat(Hardware.builder("rack").runs(host(30, 1_000)).build()).hasToString("Hardware rack");
    }

    private static HostOS host(int layersAbove, int copies) {
        GuestOS guest = GuestOS.builder("x").build();
        HostedHypervisor hypervisor = Hypervisor.hosted("x").build();
        for (int layers = 1; layers < layersAbove; layers++) {
            if (layers % 2 == layersAbove % 2) {
                guest = GuestOS.builder("x").runs(hypervisor, copies).build();
            } else {
                hypervisor = Hypervisor.hosted("x").runs(guest, copies).build();
            }
        }
        return HostOS.builder("x").runs(hypervisor, copies).build();
    }
}
