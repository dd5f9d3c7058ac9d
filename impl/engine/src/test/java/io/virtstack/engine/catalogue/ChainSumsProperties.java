package io.virtstack.engine.catalogue;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.DataSize;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import static org.assertj.core.api.Assertions.assertThat;

/** Tables of few and of many chains say what a walk through the trie says. */
class ChainSumsProperties {
    @Property
    void ofFewImages(@ForAll @Size(max = 40) List<@Size(max = 5) List<@IntRange(max = 3) Integer>> chains) {
        Sample sample = new Sample(chains);
        for (int left = 0; left < sample.images.length; left++) {
            for (int right = left; right < sample.images.length; right++) {
                sample.check(new int[] {left, right});
            }
        }
    }

    @Property(tries = 50)
    void ofSeveralImagesOfMany(@ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
        Random random = new Random(seed);
        Sample sample = new Sample(IntStream.range(0, size)
                .mapToObj(chain -> random.ints(random.nextInt(12), 0, 3).boxed().toList())
                .toList());
        for (int store = 0; store < 50; store++) {
            sample.check(random.ints(random.nextInt(1, 30), 0, sample.images.length)
                    .sorted()
                    .toArray());
        }
    }

    /** Chains of layers, each layer named by a number, which also makes its size. */
    private static final class Sample {
        private final ImageTrie trie = new ImageTrie();
        private final int[] images;
        private final List<ChainSums> sums;

        Sample(List<List<Integer>> chains) {
            BitSet used = new BitSet();
            used.set(ImageTrie.ROOT);
            chains.forEach(chain -> used.set(trie.node(ChainLayer.of(binaries(chain)))));
            Catalogue catalogue = new Catalogue(trie, used);
            images = IntStream.range(0, catalogue.size()).map(catalogue::node).toArray();
            int[] forks = IntStream.range(0, images.length)
                    .map(image -> image == 0 ? ImageTrie.ROOT : fork(images[image - 1], images[image]))
                    .toArray();
            sums = List.of(
                    ChainSums.of(trie, images, forks, trie::bytes, true),
                    ChainSums.of(trie, images, forks, trie::bytes, false));
        }

        private static Binaries binaries(List<Integer> chain) {
            Image.Builder image = Image.builder();
            chain.forEach(layer -> image.layer(ImageLayer.builder(Digest.sha256("layer " + layer))
                    .storedSize(DataSize.ofBytes(1L << (8 * layer)))
                    .build()));
            return Binaries.builder("binaries").image(image.build()).build();
        }

        private int fork(int one, int other) {
            Set<Integer> below = new HashSet<>();
            for (int node = one; node != ImageTrie.ROOT; node = trie.parent(node)) {
                below.add(node);
            }
            int node = other;
            while (node != ImageTrie.ROOT && !below.contains(node)) {
                node = trie.parent(node);
            }
            return node;
        }

        private long bytes(ImmutableList<Integer> tops) {
            Set<Integer> nodes = new HashSet<>();
            for (int top : tops) {
                for (int node = top; node != ImageTrie.ROOT; node = trie.parent(node)) {
                    nodes.add(node);
                }
            }
            return nodes.stream().mapToLong(trie::bytes).sum();
        }

        void check(int[] store) {
            int first = images[store[0]];
            int last = images[store[store.length - 1]];
            ImmutableList<Integer> tops =
                    Arrays.stream(store).mapToObj(image -> images[image]).collect(ImmutableList.toImmutableList());
            for (ChainSums chains : sums) {
                assertThat(chains.distinct(ImageColumn.of(store, images.length), 0, store.length))
                        .isEqualTo(bytes(tops));
                assertThat(chains.of(store[0])).isEqualTo(bytes(ImmutableList.of(first)));
                assertThat(chains.shared(store[0], store[store.length - 1]))
                        .isEqualTo(bytes(ImmutableList.of(fork(first, last))));
            }
        }
    }
}
