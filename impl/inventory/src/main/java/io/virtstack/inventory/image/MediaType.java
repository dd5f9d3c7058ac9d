package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableSet;

/** The media types of Docker's registry and of OCI, by what they mean to the reader. */
final class MediaType {
    private static final ImmutableSet<String> INDEXES = ImmutableSet.of(
            "application/vnd.oci.image.index.v1+json", "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final ImmutableSet<String> MANIFESTS = ImmutableSet.of(
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");

    /** Docker's first manifests of schema 2 called the configuration an octet-stream. */
    private static final ImmutableSet<String> CONFIGS = ImmutableSet.of(
            "application/vnd.oci.image.config.v1+json",
            "application/vnd.docker.container.image.v1+json",
            "application/octet-stream");

    private static final String SCHEMA1 = "application/vnd.docker.distribution.manifest.v1+";
    private static final String OCI_LAYER = "application/vnd.oci.image.layer.";
    private static final String DOCKER_LAYER = "application/vnd.docker.image.rootfs.";
    private static final String ENCRYPTED = "+encrypted";

    private MediaType() {}

    static boolean isIndex(String type) {
        return INDEXES.contains(type);
    }

    static boolean isManifest(String type) {
        return MANIFESTS.contains(type);
    }

    static boolean isSchema1(String type) {
        return type.startsWith(SCHEMA1);
    }

    static boolean isConfig(String type) {
        return CONFIGS.contains(type);
    }

    static boolean isLayer(String type) {
        return type.startsWith(OCI_LAYER) || type.startsWith(DOCKER_LAYER);
    }

    static boolean isEncrypted(String type) {
        return type.contains(ENCRYPTED);
    }

    /** {@return whether a layer of this type is kept under a URL instead of with the image} */
    static boolean isForeign(String type) {
        return type.contains(".nondistributable.") || type.contains(".foreign.");
    }
}
