package io.virtstack.inventory.image;

import com.google.common.collect.ImmutableList;
import io.virtstack.image.Digest;
import io.virtstack.inventory.InventoryRule;
import io.virtstack.inventory.ReadLimits.Limit;
import io.virtstack.inventory.image.ImageManifest.Kind;
import io.virtstack.inventory.source.Reading;
import io.virtstack.platform.Platform;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the one image behind an entry of an index: itself, or of a nested index the one for the preferred platform. */
final class PlatformChoice {
    private final Documents documents;
    private final Platform preferred;
    private final Reading reading;
    private final Map<Digest, ImageManifest> manifests = new HashMap<>();

    PlatformChoice(Documents documents, Platform preferred, Reading reading) {
        this.documents = documents;
        this.preferred = preferred;
        this.reading = reading;
    }

    /** {@return the image behind an entry of {@code index.json}, empty if there is none, but an artifact} */
    Optional<ImageManifest> imageOf(Descriptor entry) {
        reading.spendImage(entry.place());
        if (isStatement(entry)) {
            return Optional.empty();
        }
        ImageManifest manifest = manifest(entry);
        return switch (manifest.kind()) {
            case IMAGE -> Optional.of(manifest);
            case ARTIFACT -> Optional.empty();
            case INDEX -> choose(entry, manifest);
        };
    }

    private Optional<ImageManifest> choose(Descriptor entry, ImageManifest index) {
        Map<Digest, Descriptor> candidates = new LinkedHashMap<>();
        // index.json is the first index, this one is the second.
        collect(index, 2, candidates);
        for (Descriptor candidate : candidates.values()) {
            if (isPreferred(candidate.platform()) && manifest(candidate).kind() == Kind.IMAGE) {
                return Optional.of(manifest(candidate));
            }
        }
        // A copy of a multi-platform image often holds but one of the platforms that its index lists.
        ImmutableList<Descriptor> images = candidates.values().stream()
                .filter(candidate -> documents.blob(candidate).isPresent())
                .filter(candidate -> manifest(candidate).kind() == Kind.IMAGE)
                .collect(ImmutableList.toImmutableList());
        if (images.isEmpty()) {
            candidates.values().stream()
                    .filter(candidate -> documents.blob(candidate).isEmpty())
                    .findFirst()
                    .ifPresent(missing -> {
                        throw documents.missing(missing);
                    });
        }
        return images.size() <= 1 ? images.stream().findFirst().map(this::manifest) : byConfig(entry, images);
    }

    private Optional<ImageManifest> byConfig(Descriptor entry, ImmutableList<Descriptor> images) {
        Set<String> found = new LinkedHashSet<>();
        for (Descriptor image : images) {
            Optional<PlatformName> platform = image.platform().or(() -> configured(manifest(image)));
            if (isPreferred(platform)) {
                return Optional.of(manifest(image));
            }
            found.add(platform.map(PlatformName::toString).orElse("not stated"));
        }
        throw reading.refuse(
                entry.place(),
                InventoryRule.IMAGE_PLATFORM,
                "several images, none for " + preferred + ": " + String.join(", ", found),
                "prefer one of these with ImageReader.forPlatform");
    }

    private Optional<PlatformName> configured(ImageManifest image) {
        return image.config()
                .flatMap(config -> ImageConfig.of(documents.document(config)).platform());
    }

    private void collect(ImageManifest index, int depth, Map<Digest, Descriptor> candidates) {
        reading.check(Limit.INDEX_DEPTH, depth, index.place());
        for (Descriptor entry : index.manifests()) {
            reading.spendImage(entry.place());
            if (isIndex(entry)) {
                collect(manifest(entry), depth + 1, candidates);
            } else if (!isStatement(entry)) {
                candidates.putIfAbsent(entry.digest(), entry);
            }
        }
    }

    private ImageManifest manifest(Descriptor entry) {
        ImageManifest known = manifests.get(entry.digest());
        if (known == null) {
            known = ImageManifest.of(documents.document(entry), entry.mediaType());
            manifests.put(entry.digest(), known);
        }
        return known;
    }

    private boolean isIndex(Descriptor entry) {
        return MediaType.isIndex(entry.mediaType())
                || (entry.mediaType().isEmpty() && manifest(entry).kind() == Kind.INDEX);
    }

    private boolean isPreferred(Optional<PlatformName> platform) {
        return platform.map(PlatformName::platform).filter(preferred::equals).isPresent();
    }

    /** {@return whether this is known to be no image: a statement about one, or of a type that a reader must ignore} */
    private static boolean isStatement(Descriptor entry) {
        String type = entry.mediaType();
        boolean isForeign = !type.isEmpty()
                && !MediaType.isIndex(type)
                && !MediaType.isManifest(type)
                && !MediaType.isSchema1(type);
        return isForeign || entry.platform().filter(PlatformName::isUnknown).isPresent() || entry.isAttestation();
    }
}
