package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.inventory.document.Node;
import java.util.Optional;

/** What a JSON object that Docker prints is, by its members. */
enum DockerObject {
    /** {@code docker container inspect}, or one container of the API. */
    CONTAINER("docker-container-inspect"),
    /** One container of {@code docker container ls}, of the API's list or of {@code docker system df -v}. */
    LISTED_CONTAINER("docker-container-list"),
    /** {@code docker image inspect}, or one image of the API. */
    IMAGE("docker-image-inspect"),
    /** One image of {@code docker image ls}, of the API's list or of {@code docker system df -v}. */
    LISTED_IMAGE("docker-image-list"),
    /** {@code docker info}. */
    INFO("docker-info"),
    /** {@code docker system df}. */
    DISK_USAGE("docker-system-df");

    private static final ImmutableSet<String> USAGES = ImmutableSet.of(
            "LayersSize",
            "ImagesSize",
            "ImageUsage",
            "ContainerUsage",
            "VolumeUsage",
            "BuildCacheUsage",
            "ImagesDiskUsage",
            "ContainersDiskUsage",
            "VolumesDiskUsage",
            "BuildCacheDiskUsage");

    private final String kind;

    DockerObject(String kind) {
        this.kind = kind;
    }

    /** {@return what the kind of file is called} */
    String kind() {
        return kind;
    }

    /** {@return what an object is, empty if it is nothing of Docker's} */
    static Optional<DockerObject> of(Node node) {
        if (!node.isMapping()) {
            return Optional.empty();
        }
        if (node.has("Driver") && (node.has("MemTotal") || node.has("NCPU") || node.has("DriverStatus"))) {
            return Optional.of(INFO);
        }
        if (node.has("ServerErrors") && node.has("ClientInfo")) {
            return Optional.of(INFO);
        }
        if (isDiskUsage(node)) {
            return Optional.of(DISK_USAGE);
        }
        if (node.find("State").filter(Node::isMapping).isPresent() && (node.has("Id") || node.has("ID"))) {
            return Optional.of(CONTAINER);
        }
        if ((node.has("Id") || node.has("ID")) && node.has("Names") && (node.has("Image") || node.has("ImageID"))) {
            return Optional.of(LISTED_CONTAINER);
        }
        return image(node);
    }

    /** {@return what the objects in some documents are, each document being an object or a list of them} */
    static ImmutableList<Node> flattened(ImmutableList<Node> documents) {
        return documents.stream()
                .flatMap(document ->
                        document.isSequence() ? document.elements().stream() : ImmutableList.of(document).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isDiskUsage(Node node) {
        if (node.find("Images").filter(Node::isSequence).isPresent()
                && node.find("Containers").filter(Node::isSequence).isPresent()) {
            return true;
        }
        if (node.find("Type").filter(Node::isScalar).isPresent() && node.has("TotalCount") && node.has("Reclaimable")) {
            return true;
        }
        return USAGES.stream().anyMatch(node::has);
    }

    private static Optional<DockerObject> image(Node node) {
        boolean inspected = node.has("Id") && (node.has("RootFS") || (node.has("Architecture") && node.has("Os")));
        if (inspected || (node.isMapping() && node.members().containsKey("RepoTags") && node.has("Architecture"))) {
            return Optional.of(IMAGE);
        }
        boolean listed = node.has("Id") && node.members().containsKey("RepoTags") && node.has("Size");
        boolean printed = node.has("ID") && node.has("Repository") && node.has("Size");
        return listed || printed ? Optional.of(LISTED_IMAGE) : Optional.empty();
    }
}
