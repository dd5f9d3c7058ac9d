package io.virtstack.benchmarks.data;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.quantity.DataSize;

/** Images as values; layers that several have are one object. Immutable. */
final class ImageValues {
    private final ImmutableList<Image> images;

    ImageValues(ImageForest forest) {
        ImmutableList.Builder<ImageLayer> all = ImmutableList.builderWithExpectedSize(forest.layers());
        for (int layer = 0; layer < forest.layers(); layer++) {
            all.add(ImageLayer.builder(digest(layer))
                    .storedSize(DataSize.ofBytes(forest.bytes(layer)))
                    .build());
        }
        ImmutableList<ImageLayer> layers = all.build();
        ImmutableList.Builder<Image> values = ImmutableList.builderWithExpectedSize(forest.images());
        for (int image = 0; image < forest.images(); image++) {
            ImmutableList.Builder<ImageLayer> chain = ImmutableList.builder();
            for (int layer : forest.chain(image)) {
                chain.add(layers.get(layer));
            }
            values.add(Image.builder().layersAll(chain.build()).build());
        }
        images = values.build();
    }

    /** Digests are in no order, as real ones are. */
    private static Digest digest(int layer) {
        Seed random = Seed.of(layer, layer);
        StringBuilder hex = new StringBuilder("sha256:");
        for (int word = 0; word < 4; word++) {
            String digits = Long.toHexString(random.next());
            hex.append("0".repeat(16 - digits.length())).append(digits);
        }
        return Digest.of(hex.toString());
    }

    Image of(int image) {
        return images.get(image);
    }
}
