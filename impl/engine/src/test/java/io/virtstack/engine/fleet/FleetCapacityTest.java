package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetCapacity;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.machine.Storage;
import io.virtstack.machine.Volume;
import io.virtstack.quantity.DataSize;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The first container pays for the layers that a machine does not have yet, machine by machine. */
class FleetCapacityTest {
    private static final Binaries IMAGE = image("100 MB", "50 MB", worker().build());

    @Test
    void theImageCostsOnlyWhereItIsNot() {
        Fleet fleet = new ColumnarEngine()
                .fleet("all")
                .add(host("has-it", IMAGE))
                .add(host("has-its-base", image("100 MB", "60 MB", worker().build())))
                .add(host("has-nothing"), 1000)
                .add(Hardware.builder("bare").build(), 7)
                .build();

        FleetCapacity capacity = fleet.capacity(IMAGE, AdmissionRule.standard());

        // 1 GB of disk each, 10 MB for each more container: after 150 + 10, after 160 + 10, and after nothing.
        assertThat(capacity.copies()).isEqualTo(84 + (1 + 77) + 1000 * (1 + 84));
        assertThat(capacity.boundBy()).containsExactly(Map.entry(Resource.DISK, 1002L));
        assertThat(capacity.withoutPlace()).isEqualTo(7);
        assertThat(capacity.isAtMost()).isTrue();
    }

    @Test
    void machinesThatAreAlikeHaveEachTheRoomOfOne() {
        Fleet fleet = new ColumnarEngine()
                .fleet("all")
                .add(host("has-it", IMAGE), 1000)
                .build();

        assertThat(fleet.capacity(IMAGE, AdmissionRule.standard()).copies()).isEqualTo(1000 * 84);
    }

    @Test
    void refusesVolumesThatContainersShare() {
        Binaries image =
                image("1 MB", "1 MB", worker().volume(Volume.of("data", "1 GB")).build());

        assertThatThrownBy(() -> fleet(IMAGE).capacity(image, AdmissionRule.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("volume data of")
                .hasMessageContaining("take it unshared");
    }

    @Test
    void refusesLayersOfAnotherSize() {
        Binaries image = image("101 MB", "50 MB", worker().build());

        assertThatThrownBy(() -> fleet(IMAGE).capacity(image, AdmissionRule.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is of another size in the fleet");
    }

    private static Fleet fleet(Binaries... images) {
        return new ColumnarEngine().fleet("all").add(host("rack", images)).build();
    }

    private static Hardware host(String name, Binaries... images) {
        return Hardware.builder(name)
                .storage(Storage.ssd("1 GB"))
                .runs(HostOS.builder("debian")
                        .disk("0 B")
                        .runs(DockerDaemon.builder("docker")
                                .disk("0 B")
                                .runsAll(ImmutableList.copyOf(images))
                                .build())
                        .build())
                .build();
    }

    private static Application.Builder worker() {
        return Application.builder("worker").disk("0 B").writable("10 MB");
    }

    private static Binaries image(String base, String top, Application application) {
        return Binaries.builder("python")
                .image(Image.builder()
                        .layer(layer("base", base))
                        .layer(layer("top " + top, top))
                        .build())
                .runs(application)
                .build();
    }

    private static ImageLayer layer(String content, String size) {
        return ImageLayer.builder(Digest.sha256(content))
                .storedSize(DataSize.parse(size))
                .build();
    }
}
