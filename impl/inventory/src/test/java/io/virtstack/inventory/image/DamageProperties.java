package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.ImageReader;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.image.ImageFixture.Spec;
import io.virtstack.inventory.image.LayerFixture.Packing;
import io.virtstack.layer.Binaries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.jspecify.annotations.Nullable;

import static io.virtstack.inventory.image.LayerFixture.file;
import static io.virtstack.inventory.image.LayerFixture.hardLink;
import static org.assertj.core.api.Assertions.assertThat;

/** Whatever happens to the bytes of an archive, it is either refused or read as if nothing had happened. */
class DamageProperties {
    private static final Spec IMAGE = Spec.of(
            LayerFixture.of(file("a", "content of a"), hardLink("b", "a")).packed(Packing.GZIP),
            LayerFixture.of(file("c", "content of c")).packed(Packing.ZSTD),
            LayerFixture.of(file("d", "content of d")));
    private static @Nullable Path folder;

    @BeforeContainer
    static void createFolder() throws IOException {
        folder = Files.createTempDirectory("virtstack");
    }

    @AfterContainer
    static void deleteFolder() throws IOException {
        LayerSizesProperties.delete(folder());
    }

    @Property(tries = 600)
    void aPrefixIsRefusedUnlessOnlyPaddingIsMissing(@ForAll Archive archive, @ForAll @IntRange(max = 1 << 20) int cut) {
        byte[] whole = archive.bytes;
        byte[] prefix = Arrays.copyOf(whole, cut % whole.length);
        Optional<ImmutableList<Binaries>> read = read(prefix);
        if (read.isPresent()) {
            assertThat(isZero(whole, prefix.length)).isTrue();
            assertThat(read).isEqualTo(read(whole));
        }
    }

    @Property(tries = 1_500)
    void aFlippedBitIsRefusedUnlessItMeansNothing(
            @ForAll Archive archive,
            @ForAll @IntRange(max = 1 << 20) int position,
            @ForAll @IntRange(max = 7) int bit) {
        byte[] damaged = archive.bytes.clone();
        damaged[position % damaged.length] ^= (byte) (1 << bit);
        read(damaged)
                .ifPresent(found -> assertThat(damageIsHarmless(found, archive)).isTrue());
    }

    @Property(tries = 500)
    void overwrittenBytesNeverDoWorse(
            @ForAll Archive archive, @ForAll @IntRange(max = 1 << 20) int position, @ForAll byte[] garbage) {
        byte[] damaged = archive.bytes.clone();
        for (int i = 0; i < garbage.length; i++) {
            damaged[(position + i) % damaged.length] = garbage[i];
        }
        read(damaged);
    }

    /**
     * Digests protect what is inside the layers. Nothing protects the names in {@code manifest.json} and
     * {@code index.json}, nor, in an archive of Docker before 25, the headers of compression.
     */
    private static boolean damageIsHarmless(ImmutableList<Binaries> found, Archive archive) {
        return facts(found).equals(facts(read(archive.bytes).orElseThrow()));
    }

    private static List<Object> facts(ImmutableList<Binaries> read) {
        return read.stream()
                .flatMap(binaries -> binaries.image().orElseThrow().layers().stream())
                .<Object>map(layer -> List.of(layer.diffId(), layer.tarSize(), layer.contentSize()))
                .toList();
    }

    private static boolean isZero(byte[] bytes, int from) {
        for (int i = from; i < bytes.length; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<ImmutableList<Binaries>> read(byte[] bytes) {
        try {
            return Optional.of(ImageReader.create().read(ImageFixture.write(folder().resolve("images.tar"), bytes)));
        } catch (InventoryException e) {
            return Optional.empty();
        }
    }

    private static Path folder() {
        return Optional.ofNullable(folder).orElseThrow();
    }

    @SuppressWarnings("ImmutableEnumChecker")
    enum Archive {
        DOCKER(ImageFixture.docker(IMAGE).tar()),
        DOCKER_25(ImageFixture.docker25(IMAGE).tar()),
        OCI(ImageFixture.oci(IMAGE).tar()),
        GZIP(LayerFixture.pack(ImageFixture.oci(IMAGE).tar(), Packing.GZIP)),
        ZSTD(LayerFixture.pack(ImageFixture.docker(IMAGE).tar(), Packing.ZSTD));

        final byte[] bytes;

        Archive(byte[] bytes) {
            this.bytes = bytes;
        }
    }
}
