package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.virtstack.image.Digest;

/**
 * A stored layer that is to be measured, for all images that use it.
 *
 * @param content where it is
 * @param digests what its bytes as stored must hash to, as descriptors or names claim
 * @param blobAlgorithms by which algorithms to hash the bytes as stored, at least one
 * @param diffIdAlgorithms by which algorithms to hash the uncompressed tar, at least one
 */
record LayerBlob(
        Content content,
        ImmutableSet<Digest> digests,
        ImmutableSet<String> blobAlgorithms,
        ImmutableSet<String> diffIdAlgorithms) {
    private static final ImmutableSet<String> SHA256 = ImmutableSet.of("sha256");

    static LayerBlob of(LayerPlan layer) {
        return new LayerBlob(
                layer.content(),
                layer.blob().map(ImmutableSet::of).orElse(ImmutableSet.of()),
                layer.blob()
                        .map(claimed -> ImmutableSet.of(claimed.algorithm()))
                        .orElse(SHA256),
                ImmutableSet.of(layer.diffId().algorithm()));
    }

    /** {@return this for the images of both} */
    LayerBlob and(LayerBlob other) {
        return new LayerBlob(
                content,
                Sets.union(digests, other.digests).immutableCopy(),
                Sets.union(blobAlgorithms, other.blobAlgorithms).immutableCopy(),
                Sets.union(diffIdAlgorithms, other.diffIdAlgorithms).immutableCopy());
    }
}
