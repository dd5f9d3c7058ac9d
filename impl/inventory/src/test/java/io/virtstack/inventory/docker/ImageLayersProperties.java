package io.virtstack.inventory.docker;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.image.ChainId;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.quantity.DataSize;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** The oracle knows the size of each layer; what is tested knows only what an engine states of whole images. */
class ImageLayersProperties {
    @Property
    void neverContradictsWhatIsOnDisk(
            @ForAll("stores") Store store, @ForAll boolean complete, @ForAll boolean sharedStated) {
        ImmutableList<EngineImage> images = store.images(sharedStated);
        ImageLayers layers = new ImageLayers(images, complete);
        Map<ChainId, Long> known = new HashMap<>();
        boolean gaps = false;
        for (EngineImage image : images) {
            Image read = Image.builder().layersAll(layers.of(image)).build();
            List<ChainId> chain = read.chainIds();
            for (int i = 0; i < chain.size(); i++) {
                Optional<DataSize> size = read.layers().get(i).storedSize();
                gaps |= size.isEmpty();
                Long before = known.put(chain.get(i), size.map(DataSize::bytes).orElse(0L));
                assertThat(before == null
                                || before.equals(size.map(DataSize::bytes).orElse(0L)))
                        .as("one layer over one parent has one size")
                        .isTrue();
            }
            if (read.layers().stream().allMatch(layer -> layer.storedSize().isPresent())) {
                assertThat(read.layers().stream()
                                .mapToLong(layer ->
                                        layer.storedSize().orElseThrow().bytes())
                                .sum())
                        .isEqualTo(image.size().orElseThrow());
            }
        }

        long total = known.values().stream().mapToLong(Long::longValue).sum();
        Statistics.label("exact").collect(!gaps);
        if (gaps) {
            assertThat(total).isLessThanOrEqualTo(store.layersSize());
        } else {
            assertThat(total).isEqualTo(store.layersSize());
        }
    }

    @Property
    void sizesOfLayersAreTakenWhereTheyAreKnown(@ForAll("stores") Store store) {
        ImmutableList<EngineImage> images = store.images(false).stream()
                .map(image -> image.withLayerSizes(store.sizes(image)))
                .collect(ImmutableList.toImmutableList());
        ImageLayers layers = new ImageLayers(images, false);
        for (EngineImage image : images) {
            assertThat(layers.of(image))
                    .extracting(ImageLayer::diffId)
                    .containsExactlyElementsOf(image.diffIds().orElseThrow());
            assertThat(layers.of(image))
                    .extracting(layer -> layer.storedSize().orElseThrow().bytes())
                    .containsExactlyElementsOf(store.sizes(image));
        }
    }

    /** Two images on a base that is no image itself: the shared size tells what the base takes. */
    @Example
    void findsTheSizeOfABaseThatIsNoImage() {
        Store store = new Store(ImmutableList.of(ImmutableList.of(1, 2, 3), ImmutableList.of(1, 2, 4)), 7);
        ImageLayers layers = new ImageLayers(store.images(true), true);
        assertThat(layers.of(store.images(true).get(0)))
                .extracting(layer -> layer.storedSize().orElseThrow().bytes())
                .containsExactly(store.size(1, 0) + store.size(2, 1), store.size(3, 2));
    }

    /** A builder's hidden steps count as sharing, so that an image seems to share more than the listed ones do. */
    @Example
    void doesNotTrustSharedSizesThatHiddenImagesRaise() {
        Store store = new Store(ImmutableList.of(ImmutableList.of(1, 2, 3), ImmutableList.of(1, 4)), 7);
        ImmutableList<EngineImage> images = store.images(true);
        EngineImage raised = images.get(0);
        EngineImage hidden = new EngineImage(
                raised.id(),
                raised.tags(),
                raised.digests(),
                raised.platform(),
                raised.diffIds(),
                raised.layerSizes(),
                raised.size(),
                raised.size().map(size -> size - 1));
        ImageLayers layers = new ImageLayers(ImmutableList.of(hidden, images.get(1)), true);
        assertThat(layers.of(hidden)).allMatch(layer -> layer.storedSize().isEmpty());
    }

    @Provide
    Arbitrary<Store> stores() {
        Arbitrary<List<Integer>> chain =
                Arbitraries.integers().between(1, 4).list().ofMinSize(1).ofMaxSize(5);
        return Combinators.combine(
                        chain.list().ofMinSize(1).ofMaxSize(6),
                        Arbitraries.integers().between(0, 1_000))
                .as((chains, seed) -> new Store(
                        chains.stream().map(ImmutableList::copyOf).collect(ImmutableList.toImmutableList()), seed));
    }

    /**
     * What is on disk.
     *
     * @param chains the numbers of the layers of each image
     * @param seed what sizes depend on
     */
    record Store(ImmutableList<ImmutableList<Integer>> chains, int seed) {
        /** One DiffID has one size wherever it stands. */
        long size(int layer, int height) {
            assertThat(height).isNotNegative();
            return (layer * 31L + seed) % 17;
        }

        ImmutableList<EngineImage> images(boolean sharedStated) {
            List<EngineImage> images = new ArrayList<>();
            for (int i = 0; i < chains.size(); i++) {
                ImmutableList<Integer> chain = chains.get(i);
                images.add(new EngineImage(
                        "sha256:" + i,
                        ImmutableSet.of("t:" + i),
                        ImmutableSet.of(),
                        Optional.empty(),
                        Optional.of(chain.stream()
                                .map(layer -> Digest.sha256("layer " + layer))
                                .collect(ImmutableList.toImmutableList())),
                        Optional.empty(),
                        Optional.of(total(chain, chain.size())),
                        sharedStated ? Optional.of(total(chain, sharedHeight(i))) : Optional.empty()));
            }
            return ImmutableList.copyOf(images);
        }

        ImmutableList<Long> sizes(EngineImage image) {
            ImmutableList<Integer> chain =
                    chains.get(Integer.parseInt(image.id().substring(7)));
            return chain.stream().map(layer -> size(layer, 0)).collect(ImmutableList.toImmutableList());
        }

        long layersSize() {
            Map<List<Integer>, Long> distinct = new HashMap<>();
            for (ImmutableList<Integer> chain : chains) {
                for (int i = 1; i <= chain.size(); i++) {
                    distinct.put(chain.subList(0, i), size(chain.get(i - 1), i));
                }
            }
            return distinct.values().stream().mapToLong(Long::longValue).sum();
        }

        private int sharedHeight(int image) {
            ImmutableList<Integer> chain = chains.get(image);
            int height = 0;
            for (int i = 1; i <= chain.size(); i++) {
                List<Integer> start = chain.subList(0, i);
                long users = chains.stream()
                        .filter(other -> other.size() >= start.size()
                                && other.subList(0, start.size()).equals(start))
                        .count();
                height = users > 1 ? i : height;
            }
            return height;
        }

        private long total(ImmutableList<Integer> chain, int height) {
            return chain.subList(0, height).stream()
                    .mapToLong(layer -> size(layer, 0))
                    .sum();
        }
    }
}
