package io.virtstack.inventory.docker;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.HashMultiset;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Multiset;
import com.google.common.collect.SetMultimap;
import io.virtstack.image.ChainId;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.quantity.DataSize;
import io.virtstack.quantity.Exact;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The layers of an engine's images, with as much of their sizes as follows from what the engine states.
 *
 * <p>An engine states what an image takes as a whole, not what each layer does. Where one image is built on another, the
 * difference is what lies between; where images part, the size they share tells where. Layers between two points whose sizes
 * are known, and which no image leaves in between, are counted as one: only their sum is known, and no figure needs more.
 */
final class ImageLayers {
    private static final ChainId BOTTOM = ChainId.ofBase(Digest.sha256("below all layers"));

    private final Map<ChainId, Long> sizes = new HashMap<>();
    /** Listed images alone: an engine does not count what they share with hidden ones. */
    private final Multiset<ChainId> users = HashMultiset.create();

    private final SetMultimap<ChainId, ChainId> above = HashMultimap.create();
    private final Set<ChainId> tops = new HashSet<>();

    /**
     * @param images those whose layers are known
     * @param complete whether they are all that the engine has, so that what each shares is shared among them
     */
    ImageLayers(ImmutableList<EngineImage> images, boolean complete) {
        sizes.put(BOTTOM, 0L);
        images.forEach(this::addChain);
        images.forEach(this::addSizes);
        if (complete) {
            shared(images).forEach(sizes::putIfAbsent);
        }
    }

    /** {@return the layers of an image, lowest first} */
    ImmutableList<ImageLayer> of(EngineImage image) {
        ImmutableList<Digest> diffIds = image.diffIds().orElse(ImmutableList.of());
        ImmutableList<ChainId> chain = chain(image);
        ImmutableList.Builder<ImageLayer> layers = ImmutableList.builder();
        int start = 0;
        ChainId below = BOTTOM;
        for (int i = 0; i < chain.size(); i++) {
            ChainId here = chain.get(i);
            if (isMilestone(here)) {
                layers.addAll(between(diffIds.subList(start, i + 1), size(below, here)));
                start = i + 1;
                below = here;
            }
        }
        return layers.build();
    }

    private boolean isMilestone(ChainId here) {
        return tops.contains(here) || sizes.containsKey(here) || above.get(here).size() > 1;
    }

    private Optional<Long> size(ChainId below, ChainId here) {
        Long start = sizes.get(below);
        Long end = sizes.get(here);
        return start == null || end == null || end < start ? Optional.empty() : Optional.of(end - start);
    }

    private static ImmutableList<ImageLayer> between(List<Digest> diffIds, Optional<Long> size) {
        if (size.isEmpty()) {
            return diffIds.stream()
                    .map(diffId -> ImageLayer.builder(diffId).build())
                    .collect(ImmutableList.toImmutableList());
        }
        Digest identity = diffIds.size() == 1 ? diffIds.get(0) : Digest.sha256(diffIds.toString());
        return ImmutableList.of(ImageLayer.builder(identity)
                .storedSize(DataSize.ofBytes(size.get()))
                .build());
    }

    private void addChain(EngineImage image) {
        ChainId below = BOTTOM;
        for (ChainId here : chain(image)) {
            if (image.sharedSize().isPresent()) {
                users.add(here);
            }
            above.put(below, here);
            below = here;
        }
        tops.add(below);
    }

    private void addSizes(EngineImage image) {
        ImmutableList<ChainId> chain = chain(image);
        if (image.layerSizes().filter(stated -> stated.size() == chain.size()).isPresent()) {
            long sum = 0;
            for (int i = 0; i < chain.size(); i++) {
                sum = Exact.add(sum, image.layerSizes().get().get(i), "image");
                sizes.putIfAbsent(chain.get(i), sum);
            }
        } else if (!chain.isEmpty()) {
            image.size().ifPresent(size -> sizes.putIfAbsent(chain.get(chain.size() - 1), size));
        }
    }

    private ChainId deepestShared(EngineImage image) {
        ChainId deepest = BOTTOM;
        for (ChainId here : chain(image)) {
            if (users.count(here) < 2) {
                break;
            }
            deepest = here;
        }
        return deepest;
    }

    /**
     * {@return what the stated shared sizes say of the layers that are shared; nothing if they contradict each other or what is
     * known already, as they do where hidden images, such as a builder's steps, share layers with listed ones}
     */
    private Map<ChainId, Long> shared(ImmutableList<EngineImage> images) {
        Map<ChainId, Long> found = new HashMap<>(sizes);
        for (EngineImage image : images) {
            if (image.sharedSize().isPresent()) {
                long size = image.sharedSize().get();
                Long known = found.putIfAbsent(deepestShared(image), size);
                if (known != null && known != size) {
                    return Map.of();
                }
            }
        }
        return images.stream().allMatch(image -> isRising(chain(image), found)) ? found : Map.of();
    }

    private static boolean isRising(ImmutableList<ChainId> chain, Map<ChainId, Long> sizes) {
        long highest = 0;
        for (ChainId here : chain) {
            long size = sizes.getOrDefault(here, highest);
            if (size < highest) {
                return false;
            }
            highest = size;
        }
        return true;
    }

    private static ImmutableList<ChainId> chain(EngineImage image) {
        return Image.builder()
                .layersAll(image.diffIds().orElse(ImmutableList.of()).stream()
                        .map(diffId -> ImageLayer.builder(diffId).build())
                        .collect(ImmutableList.toImmutableList()))
                .build()
                .chainIds();
    }
}
