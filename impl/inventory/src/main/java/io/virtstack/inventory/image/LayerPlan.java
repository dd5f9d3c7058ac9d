package io.virtstack.inventory.image;

import io.virtstack.image.Digest;
import java.util.Optional;

/**
 * A layer as documents describe it, before its bytes are read.
 *
 * @param content where it is stored
 * @param diffId what its uncompressed tar must hash to
 * @param blob what its bytes as stored must hash to, if that is said
 * @param isBlob whether a plain tar is itself the blob that registries exchange, and not an unpacked form of it
 */
record LayerPlan(Content content, Digest diffId, Optional<Digest> blob, boolean isBlob) {}
