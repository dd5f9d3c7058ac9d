package io.virtstack.engine.fleet;

import io.virtstack.AggregationEngine;
import io.virtstack.fleet.Fleet;
import io.virtstack.footprint.Figure;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.quantity.DataSize;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Fleets around the number of images that two bytes tell apart. */
class ManyImagesTest {
    private static final int IMAGES_OF_A_HOST = 51;
    private static final long BASE_BYTES = 1_000;
    private static final long PROCESS_BYTES = 7;

    private static final ImageLayer BASE = layer("base", BASE_BYTES);
    private static final Binaries PROCESS = Binaries.builder("tools")
            .runs(Application.builder("cron")
                    .disk(DataSize.ofBytes(PROCESS_BYTES))
                    .build())
            .build();

    @ParameterizedTest
    @ValueSource(ints = {1_284, 1_285, 1_286})
    void countsEachLayerOnceOnItsHost(int hosts) {
        Fleet fleet = AggregationEngine.create()
                .fleet("many images")
                .addAll(IntStream.range(0, hosts).mapToObj(ManyImagesTest::host))
                .build();

        long images = (long) hosts * IMAGES_OF_A_HOST;
        long own = images * (images + 1) / 2;
        assertThat(fleet.total(Figure.DISK).amount()).isEqualTo(hosts * (BASE_BYTES + PROCESS_BYTES) + own);
        assertThat(fleet.total(Figure.LOGICAL_DISK).amount())
                .isEqualTo(hosts * PROCESS_BYTES + images * BASE_BYTES + own);
    }

    @Test
    void splitsEachLayerBetweenItsUsers() {
        Fleet fleet = AggregationEngine.create()
                .fleet("many images")
                .addAll(IntStream.range(0, 1_286).mapToObj(ManyImagesTest::host))
                .build();

        long[] attributed = {0};
        long unattributed = fleet.attribute(Figure.DISK, share -> attributed[0] += share.amount())
                .amount();

        assertThat(attributed[0] + unattributed)
                .isEqualTo(fleet.total(Figure.DISK).amount());
    }

    /** Each image has a layer of its own on a common one, as large as its number says. */
    private static Hardware host(int number) {
        DockerDaemon.Builder daemon = DockerDaemon.builder("docker");
        for (int image = number * IMAGES_OF_A_HOST; image < (number + 1) * IMAGES_OF_A_HOST; image++) {
            daemon.runs(Binaries.builder("image-" + image)
                    .image(Image.builder()
                            .layer(BASE)
                            .layer(layer("own " + image, image + 1L))
                            .build())
                    .runs(Application.builder("app").build())
                    .build());
        }
        return Hardware.builder("host-" + number)
                .runs(HostOS.builder("os").runs(PROCESS).runs(daemon.build()).build())
                .build();
    }

    private static ImageLayer layer(String content, long bytes) {
        return ImageLayer.builder(Digest.sha256(content))
                .storedSize(DataSize.ofBytes(bytes))
                .build();
    }
}
