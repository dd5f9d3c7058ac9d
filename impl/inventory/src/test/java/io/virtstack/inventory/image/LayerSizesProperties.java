package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Member;
import io.virtstack.inventory.image.LayerFixture.Packing;
import io.virtstack.layer.Binaries;
import io.virtstack.platform.Platform;
import io.virtstack.quantity.DataSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** What is read equals what a naive count of the entries says, in every form and packing. */
class LayerSizesProperties {
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void readsWhatWasWritten(@ForAll("images") Spec image, @ForAll Form form) throws IOException {
        Path folder = Files.createTempDirectory("virtstack");
        try {
            ImmutableList<Binaries> read = ImageReader.create().read(form.write(folder, image));
            assertThat(read).hasSize(1);
            Image found = read.get(0).image().orElseThrow();
            assertThat(read.get(0).name()).isEqualTo("app:1");
            assertThat(found.id()).contains(image.id());
            assertThat(found.tags()).containsExactly("app:1");
            assertThat(found.platform()).contains(Platform.LINUX_AMD64);
            assertThat(found.layers()).isEqualTo(expected(image, form));
        } finally {
            delete(folder);
        }
    }

    private static List<ImageLayer> expected(Spec image, Form form) {
        return image.layers().stream()
                .map(layer -> {
                    ImageLayer.Builder expected = ImageLayer.builder(layer.diffId())
                            .contentSize(DataSize.ofBytes(SizeOracle.contentSize(layer.members())))
                            .tarSize(DataSize.ofBytes(layer.tar().length));
                    if (form.isOci() || layer.packing() != Packing.PLAIN) {
                        expected.compressedSize(DataSize.ofBytes(layer.blob().length))
                                .blob(MeteredStream.digestOf(layer.blob(), "sha256"));
                    }
                    return expected.build();
                })
                .toList();
    }

    @Provide
    Arbitrary<Spec> images() {
        return Combinators.combine(members().list().ofMaxSize(12), Arbitraries.of(Packing.class))
                .as((members, packing) -> new LayerFixture(ImmutableList.copyOf(members), packing))
                .list()
                .ofMaxSize(4)
                .map(layers -> Spec.of(layers.toArray(LayerFixture[]::new)));
    }

    /** Few names, so that paths collide and links meet their targets. */
    private static Arbitrary<Member> members() {
        Arbitrary<String> paths = Arbitraries.of(
                "a",
                "./a",
                "/a",
                "b",
                "dir/a",
                "dir//a",
                "./dir/./b",
                "dir/.wh.a",
                ".wh..wh..opq",
                "ä",
                "x".repeat(150));
        Arbitrary<String> contents = Arbitraries.integers().between(0, 2_000).map("c"::repeat);
        return Arbitraries.oneOf(
                Combinators.combine(paths, contents).as(LayerFixture::file),
                Combinators.combine(paths, contents).as(LayerFixture::file),
                Combinators.combine(paths, paths).as(LayerFixture::hardLink),
                Combinators.combine(paths, paths).as(LayerFixture::symbolicLink),
                Arbitraries.of("dir/", "a/").map(LayerFixture::directory));
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
