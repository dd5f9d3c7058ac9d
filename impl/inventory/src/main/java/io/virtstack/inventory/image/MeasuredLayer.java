package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableMap;
import io.virtstack.image.Digest;

/**
 * What reading a layer's blob has shown.
 *
 * @param compressed whether it is stored compressed
 * @param blobs the digests of the bytes as stored, by algorithm
 * @param blobSize how many bytes are stored
 * @param diffIds the digests of the uncompressed tar, by algorithm
 * @param tarSize how many bytes the uncompressed tar has
 * @param contentSize how many bytes its files have
 */
record MeasuredLayer(
        boolean compressed,
        ImmutableMap<String, Digest> blobs,
        long blobSize,
        ImmutableMap<String, Digest> diffIds,
        long tarSize,
        long contentSize) {
    /** {@return the digest of the bytes as stored, of which at least one is always taken} */
    Digest blob() {
        return blobs.values().iterator().next();
    }
}
