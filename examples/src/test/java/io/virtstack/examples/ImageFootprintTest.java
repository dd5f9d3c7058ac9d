package io.virtstack.examples;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Figure;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.DataSize;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ImageFootprintTest {
    private final ImageLayer base = layer("debian", "30 MB");
    private final ImageFootprint footprint = ImageFootprint.of(
            ImmutableList.of(
                    image("nginx", base, layer("nginx", "9 MB")), image("redis", base, layer("redis", "4 MB"))),
            Surroundings.unknown());

    @Test
    void storesSharedLayersOnceOnTheDaemonAndNotInMachines() {
        assertThat(footprint.containers().footprint().disk().value()).isEqualTo(DataSize.parse("43 MB"));
        assertThat(footprint.virtualMachines().footprint().disk().value()).isEqualTo(DataSize.parse("73 MB"));
    }

    @Test
    void givesEachImageAnOperatingSystemOfItsOwnAsAMachine() {
        assertThat(footprint.comparison().change(Figure.OPERATING_SYSTEMS).difference())
                .hasValue(-2L);
        assertThat(footprint.comparison().sameApplications()).isTrue();
    }

    @Test
    void doesNotTakeForZeroWhatNobodyStated() {
        // the host's and the daemon's own disk
        assertThat(footprint.containers().footprint().disk().gapCount()).isEqualTo(2);
        assertThat(footprint.comparison().change(Figure.DISK).difference()).isEmpty();
    }

    @Test
    void printsTheImagesAndBothSides() {
        assertThat(Printed.linesOf(footprint::print))
                .containsSubsequence(
                        "image layers size unique shared",
                        "nginx 2 39 MB 9 MB 30 MB",
                        "redis 2 34 MB 4 MB 30 MB",
                        "virtual machines containers difference ratio",
                        "operating systems 3 1 -2 0.33");
    }

    private static Binaries image(String name, ImageLayer... layers) {
        return Binaries.builder(name).image(Image.of(layers)).build();
    }

    private static ImageLayer layer(String name, String size) {
        return ImageLayer.builder(Digest.sha256(name))
                .contentSize(DataSize.parse(size))
                .build();
    }
}
