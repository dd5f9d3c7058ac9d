package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.footprint.Figure;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.RunsOnOperatingSystem;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/** S7: which size of a layer is its disk, and that an image on an operating system is a copy like any other. */
class LayerSizesTest {
    private static final ImageLayer BASE = ImageLayer.builder(Digest.sha256("base"))
            .contentSize(DataSize.parse("70 MB"))
            .tarSize(DataSize.parse("75 MB"))
            .compressedSize(DataSize.parse("30 MB"))
            .build();
    private static final ImageLayer TOP = ImageLayer.builder(Digest.sha256("top"))
            .contentSize(DataSize.parse("5 MB"))
            .storedSize(DataSize.parse("6 MB"))
            .build();
    private static final Binaries IMAGE = Binaries.builder("image")
            .image(Image.of(BASE, TOP))
            .runs(Application.builder("app").disk("1 MB").build(), 2)
            .build();

    private final ColumnarEngine engine = new ColumnarEngine();

    private static Hardware host(RunsOnOperatingSystem layer, int copies) {
        return Hardware.builder("rack")
                .runs(HostOS.builder("host").disk("0 B").runs(layer, copies).build())
                .build();
    }

    @Test
    void anImageOnAnOperatingSystemIsCopiedForEachCopy() {
        Hardware stack = host(IMAGE, 3);

        assertThat(engine.footprint(stack).disk().value()).isEqualTo(DataSize.parse("234 MB"));
        assertThat(engine.footprint(stack)).isEqualTo(Oracle.footprint(ImmutableList.of(stack)));
    }

    @Test
    void whatIsDerivedFromContentsIsMarked() {
        Hardware stack =
                host(DockerDaemon.builder("docker").disk("0 B").runs(IMAGE).build(), 1);

        assertThat(engine.aggregate(stack).explain(Figure.DISK).contributions())
                .extracting(Contribution::amount, Contribution::basis)
                .containsExactlyInAnyOrder(
                        tuple(70_000_000L, Basis.DERIVED),
                        tuple(6_000_000L, Basis.STATED),
                        tuple(1_000_000L, Basis.STATED));
    }

    @Test
    void aReportedSizeOutweighsADerivedOneOfTheSameLayerAndIsNotMarked() {
        ImageLayer reported = BASE.withStoredSize(Optional.of(DataSize.parse("71 MB")));
        Binaries other = Binaries.builder("other").image(Image.of(reported)).build();
        Hardware stack = host(
                DockerDaemon.builder("docker")
                        .disk("0 B")
                        .runs(IMAGE)
                        .runs(other)
                        .build(),
                1);

        assertThat(engine.footprint(stack).disk().value()).isEqualTo(DataSize.parse("78 MB"));
        assertThat(engine.aggregate(stack).explain(Figure.DISK).contributions())
                .extracting(Contribution::basis)
                .containsOnly(Basis.STATED);
    }
}
