package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.image.Digest;
import io.virtstack.platform.Platform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An image as an engine describes it.
 *
 * @param id the digest of its configuration, or with a containerd store of its manifest or index; possibly cut short
 * @param tags the names it goes by
 * @param digests the names with a digest that it goes by
 * @param platform what it is made for
 * @param diffIds its layers, lowest first; empty if they are not stated
 * @param layerSizes what each of these takes in the engine's store; empty if that is not stated
 * @param size what its layers take together, in bytes
 * @param sharedSize how much of that other images use as well, in bytes
 */
public record EngineImage(
        String id,
        ImmutableSet<String> tags,
        ImmutableSet<String> digests,
        Optional<Platform> platform,
        Optional<ImmutableList<Digest>> diffIds,
        Optional<ImmutableList<Long>> layerSizes,
        Optional<Long> size,
        Optional<Long> sharedSize) {
    private static final String NONE = "<none>";
    private static final int SHORT_ID = 12;
    private static final String ALGORITHM = "sha256:";
    private static final Pattern BARE = Pattern.compile("[0-9a-f]{64}");

    /** {@return what all descriptions say of one image; where several state something, the first counts} */
    static EngineImage merged(List<EngineImage> all) {
        return new EngineImage(
                FirstStated.longest(all, EngineImage::id),
                all.stream().flatMap(image -> image.tags.stream()).collect(ImmutableSet.toImmutableSet()),
                all.stream().flatMap(image -> image.digests.stream()).collect(ImmutableSet.toImmutableSet()),
                FirstStated.of(all, EngineImage::platform),
                FirstStated.of(all, EngineImage::diffIds),
                FirstStated.of(all, EngineImage::layerSizes),
                FirstStated.of(all, EngineImage::size),
                FirstStated.of(all, EngineImage::sharedSize));
    }

    /**
     * {@return this image with the sizes of its layers}
     *
     * @param sizes one for each layer, lowest first, in bytes
     */
    public EngineImage withLayerSizes(ImmutableList<Long> sizes) {
        return new EngineImage(id, tags, digests, platform, diffIds, Optional.of(sizes), size, sharedSize);
    }

    /** {@return what to call it: its first tag, else its first digest, else the beginning of its id} */
    String name() {
        return tags.stream()
                .filter(tag -> !tag.contains(NONE))
                .findFirst()
                .or(() -> digests.stream()
                        .filter(digest -> !digest.contains(NONE))
                        .findFirst())
                .orElseGet(() -> shortId(id));
    }

    /** {@return an id with its algorithm, which Podman leaves out} */
    static String fullId(String id) {
        return BARE.matcher(id).matches() ? ALGORITHM + id : id;
    }

    /** {@return whether this is an id, possibly cut short, and no name} */
    static boolean isId(String text) {
        return text.startsWith(ALGORITHM) || BARE.matcher(text).matches();
    }

    /** {@return the first twelve digits} */
    static String shortId(String id) {
        String hex = id.startsWith(ALGORITHM) ? id.substring(ALGORITHM.length()) : id;
        return hex.isEmpty() ? "unnamed" : hex.substring(0, Math.min(SHORT_ID, hex.length()));
    }
}
