package io.virtstack.image;

/**
 * The identity of a layer <em>on its parents</em>, as OCI defines it: the DiffID for the lowest layer, else the SHA-256 of the
 * parent's ChainID, a space, and the DiffID.
 *
 * <p>Two images share a layer on disk exactly when they share its ChainID: the same layer content over another parent is
 * another directory. Immutable and safe for use by several threads.
 *
 * @param digest the digest that is the identity
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md#layer-chainid">OCI image specification, Layer
 *     ChainID</a>
 */
public record ChainId(Digest digest) {
    /**
     * {@return the identity of a lowest layer}
     *
     * @param diffId the digest of the layer's uncompressed tar
     */
    public static ChainId ofBase(Digest diffId) {
        return new ChainId(diffId);
    }

    /**
     * {@return the identity of a layer that stands on this one}
     *
     * @param diffId the digest of that layer's uncompressed tar
     */
    public ChainId append(Digest diffId) {
        return new ChainId(Digest.sha256(digest + " " + diffId));
    }

    @Override
    public String toString() {
        return digest.toString();
    }
}
