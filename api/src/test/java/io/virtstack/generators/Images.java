package io.virtstack.generators;

import com.google.common.primitives.ImmutableIntArray;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.platform.Platform;

/** Images as words over a few letters, each a layer; a word may repeat a letter, and may be empty. */
final class Images {
    /** The first letters are frequent, so that images begin alike and letters repeat. */
    private static final ImmutableIntArray LETTERS = ImmutableIntArray.of(0, 0, 0, 1, 1, 2, 3, 4);

    private static final int UNKNOWN = 3;
    /** The layer of letter 0, compressed by another tool: the same content in another blob. */
    private static final int RECOMPRESSED = 4;

    private final Alphabet alphabet;

    Images(Alphabet alphabet) {
        this.alphabet = alphabet;
    }

    Image of(Row row) {
        Image.Builder image = Image.builder();
        for (int letter : row.word(LETTERS.length())) {
            image.layer(layer(LETTERS.get(letter), row));
        }
        if (row.has(Trait.VERSIONED)) {
            image.tag(row.named("image") + ":latest").id(Digest.sha256("configuration " + row.size()));
        }
        if (!row.has(Trait.UNKNOWN_SYSTEM)) {
            image.platform(Platform.LINUX_AMD64);
        }
        return image.build();
    }

    private ImageLayer layer(int letter, Row row) {
        int content = letter == RECOMPRESSED ? 0 : letter;
        ImageLayer.Builder layer = ImageLayer.builder(Digest.sha256("layer " + content));
        boolean unknown = content == UNKNOWN;
        alphabet.sizeOf(content + 1, row, unknown).ifPresent(layer::contentSize);
        alphabet.sizeOf(content + 2, row, unknown).ifPresent(layer::tarSize);
        if (content == 1) {
            layer.storedSize(alphabet.sizeOf(content + 4, row));
        }
        alphabet.sizeOf(letter + 3, row, letter == 2).ifPresent(layer::compressedSize);
        if (!alphabet.unknowns() || !unknown) {
            layer.blob(Digest.sha256("blob " + letter));
        }
        return layer.build();
    }
}
