package io.virtstack.engine;

import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Comparison;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.GuestOS;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.Hypervisor;
import io.virtstack.machine.Storage;
import io.virtstack.migration.Migration;
import io.virtstack.platform.OsFamily;
import io.virtstack.quantity.DataSize;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The article that VirtStack grew from, with its own figures. */
class ArticleTest {
    private final AggregationEngine engine = AggregationEngine.create();

    private final HostOS hostOS = HostOS.builder("debian-12")
            .family(OsFamily.LINUX)
            .disk("700 MB")
            .memory("180 MB")
            .cpu("50m")
            .startup("12 s")
            .build();
    private final DockerDaemon daemon = DockerDaemon.builder("docker")
            .disk("300 MB")
            .memory("80 MB")
            .cpu("20m")
            .startup("1 s")
            .build();
    private final Application orders = Application.builder("orders")
            .memory("150 MB")
            .cpu("200m")
            .disk("5 MB")
            .startup("300 ms")
            .build();
    private final Binaries python =
            Binaries.builder("python-deps").disk("48 MB").runs(orders).build();
    private final GuestOS debian = GuestOS.builder("debian-12")
            .family(OsFamily.LINUX)
            .disk("700 MB")
            .memory("180 MB")
            .cpu("50m")
            .startup("12 s")
            .runs(python)
            .build();

    private Hardware.Builder rack() {
        return Hardware.builder("rack-1").cores(16).memoryCapacity("64 GiB").storage(Storage.ssd("2 TB"));
    }

    private Hardware bareMetal() {
        return rack().runs(Hypervisor.bareMetal("esxi")
                        .disk("1 GB")
                        .memory("2 GB")
                        .cpu("500m")
                        .startup("60 s")
                        .runs(debian, 3)
                        .build())
                .build();
    }

    private Hardware hosted() {
        return rack().runs(hostOS.withRuns(java.util.List.of(Hypervisor.hosted("virtualbox")
                        .disk("200 MB")
                        .memory("100 MB")
                        .cpu("100m")
                        .startup("2 s")
                        .runs(debian, 3)
                        .build())))
                .build();
    }

    @Test
    void threeGuestsOf700MegabytesAre2100MegabytesAndNothingAsContainers() {
        Comparison comparison =
                engine.compare(bareMetal(), Migration.onto(hostOS, daemon).containerize(bareMetal()));

        assertThat(comparison
                        .change(Figure.DISK, Category.GUEST_OS)
                        .before()
                        .orElseThrow()
                        .value())
                .isEqualTo(DataSize.parse("2.1 GB"));
        assertThat(comparison
                        .change(Figure.DISK, Category.GUEST_OS)
                        .after()
                        .orElseThrow()
                        .value())
                .isEqualTo(DataSize.ZERO);
        assertThat(comparison.sameApplications()).isTrue();
    }

    @Test
    void operatingSystemsGoFromThreeToOneOnBareMetal() {
        Hardware containers = Migration.onto(hostOS, daemon).containerize(bareMetal());

        assertThat(engine.footprint(bareMetal()).operatingSystems()).isEqualTo(3);
        assertThat(engine.footprint(containers).operatingSystems()).isEqualTo(1);
    }

    @Test
    void operatingSystemsGoFromFourToOneWhenHosted() {
        Hardware containers = Migration.onto(hostOS, daemon).containerize(hosted());

        assertThat(engine.footprint(hosted()).operatingSystems()).isEqualTo(4);
        assertThat(engine.footprint(containers).operatingSystems()).isEqualTo(1);
    }

    @Test
    void applicationsAreUnchanged() {
        Footprint containers = engine.footprint(Migration.onto(hostOS, daemon).containerize(hosted()));

        assertThat(containers.applications()).isEqualTo(3);
        assertThat(containers.containers()).isEqualTo(3);
        assertThat(containers.virtualMachines()).isZero();
    }
}
