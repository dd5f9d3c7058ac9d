package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.container.ImageReference;
import io.virtstack.inventory.document.Node;
import io.virtstack.platform.Architecture;
import io.virtstack.platform.OsFamily;
import io.virtstack.platform.Platform;
import java.util.Optional;

/** An image in JSON: inspected, or in a list. */
final class ImageJson {
    private static final String NONE = "<none>";

    private ImageJson() {}

    static EngineImage inspected(Node node) {
        boolean unpacked = isUnpacked(node);
        if (!unpacked) {
            node.note(
                    "a containerd image store counts compressed layers into the size of an image: what its layers take is unknown");
        }
        return new EngineImage(
                EngineImage.fullId(node.findText("Id").orElse("")),
                names(node.list("RepoTags")),
                names(node.list("RepoDigests")),
                platform(node),
                node.path("RootFS", "Layers").map(ImageJson::diffIds),
                Optional.empty(),
                unpacked ? size(node) : Optional.empty(),
                Optional.empty());
    }

    static EngineImage listed(Node node) {
        boolean unpacked = isUnpacked(node);
        return new EngineImage(
                EngineImage.fullId(node.findText("Id")
                        .or(() -> node.findText("ID"))
                        .or(() -> node.findText("ImageID"))
                        .orElse("")),
                node.has("Repository") ? printedName(node) : listedNames(node),
                names(node.list("RepoDigests")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                unpacked ? size(node) : Optional.empty(),
                unpacked && !isPodman(node) ? StatedSize.of(node.find("SharedSize")) : Optional.empty());
    }

    /** A containerd store tells by the descriptor; engines before 28 only by the driver's name. */
    private static boolean isUnpacked(Node node) {
        return node.path("Descriptor", "mediaType").filter(Node::isScalar).isEmpty()
                && node.path("GraphDriver", "Name")
                        .filter(Node::isScalar)
                        .filter(name -> name.text().equals(InfoJson.SNAPSHOTS))
                        .isEmpty();
    }

    /** Podman's list always says 0 of what images share, and has a digest that Docker's has not. */
    private static boolean isPodman(Node node) {
        return node.has("Id") && node.has("Digest");
    }

    /** Podman's list has the names that Docker's calls tags. */
    private static ImmutableSet<String> listedNames(Node node) {
        return ImmutableSet.<String>builder()
                .addAll(names(node.list("RepoTags")))
                .addAll(names(node.list("Names")))
                .build();
    }

    private static Optional<Long> size(Node node) {
        return StatedSize.of(node.find("Size").or(() -> node.find("VirtualSize")));
    }

    private static ImmutableSet<String> printedName(Node node) {
        String repository = node.get("Repository").text();
        String tag = node.findText("Tag").orElse(NONE);
        return repository.equals(NONE) || tag.equals(NONE)
                ? ImmutableSet.of()
                : ImmutableSet.of(ImageReference.of(repository + ":" + tag).name());
    }

    private static ImmutableSet<String> names(ImmutableList<Node> stated) {
        return stated.stream()
                .map(Node::text)
                .filter(name -> !name.contains(NONE) && !name.isBlank())
                .map(name -> ImageReference.of(name).name())
                .collect(ImmutableSet.toImmutableSet());
    }

    private static ImmutableList<Digest> diffIds(Node layers) {
        return layers.elements().stream().map(ImageJson::digest).collect(ImmutableList.toImmutableList());
    }

    private static Digest digest(Node node) {
        try {
            return Digest.of(node.text());
        } catch (IllegalArgumentException e) {
            throw node.refuse(
                    InventoryRule.DIGEST_FORM,
                    "'" + node.text() + "'",
                    "write sha256: and 64, or sha512: and 128 lower-case hexadecimal digits");
        }
    }

    private static Optional<Platform> platform(Node node) {
        Optional<String> os = node.findText("Os");
        Optional<String> architecture = node.findText("Architecture");
        if (os.isEmpty() || architecture.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Platform(
                OsFamily.named(os.get()), Architecture.named(architecture.get()).orElse(Architecture.OTHER)));
    }
}
