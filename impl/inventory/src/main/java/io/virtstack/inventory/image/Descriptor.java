package io.virtstack.inventory.image;

import io.virtstack.image.Digest;
import java.util.Optional;

/**
 * A reference to a blob, as indexes and manifests make it.
 *
 * @param mediaType what the blob is said to be, empty if nothing is said
 * @param digest what its bytes hash to
 * @param size how many bytes it has
 * @param platform what the image behind it is made for, if that is said
 * @param names how the image behind it is called
 * @param hasUrls whether it can also be had elsewhere
 * @param isAttestation whether BuildKit marked it as a statement about an image
 * @param place where it stands
 */
record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Optional<PlatformName> platform,
        ImageNames names,
        boolean hasUrls,
        boolean isAttestation,
        String place) {
    private static final String REFERENCE_TYPE = "vnd.docker.reference.type";

    static Descriptor of(Json json) {
        Optional<Json> annotations = json.object().find("annotations").map(Json::object);
        return new Descriptor(
                json.findText("mediaType").orElse(""),
                json.get("digest").digest(),
                json.get("size").size(),
                json.find("platform").map(Json::object).flatMap(PlatformName::of),
                annotations.map(ImageNames::of).orElse(ImageNames.NONE),
                json.find("urls").isPresent(),
                annotations.flatMap(all -> all.find(REFERENCE_TYPE)).isPresent(),
                json.place());
    }

    /** {@return where a layout keeps the blob} */
    String path() {
        return "blobs/" + digest.algorithm() + "/" + digest.hex();
    }
}
