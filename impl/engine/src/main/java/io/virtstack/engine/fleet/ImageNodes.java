package io.virtstack.engine.fleet;

import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ImageTrie;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.table.IntList;
import io.virtstack.image.Image;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The nodes of images in the trie of a fleet. Images seen lately are known by identity, so that their chains are not walked. */
final class ImageNodes {
    private static final int KNOWN = 1 << 16;

    private final ImageTrie trie = new ImageTrie();
    private final BitSet used = new BitSet();
    private final @Nullable Image[] known = new Image[KNOWN];
    private final int[] nodesOfKnown = new int[KNOWN];

    int of(Binaries binaries) {
        Optional<Image> image = binaries.image();
        if (image.isEmpty()) {
            return trie.node(ChainLayer.of(binaries));
        }
        int slot = System.identityHashCode(image.get()) & (KNOWN - 1);
        if (known[slot] != image.get()) {
            nodesOfKnown[slot] = trie.node(ChainLayer.of(binaries));
            known[slot] = image.get();
        }
        return nodesOfKnown[slot];
    }

    int withApplication(int node, Application application) {
        if (node == ImageTrie.FULL) {
            return node;
        }
        Optional<ChainLayer> top = ChainLayer.of(application);
        return top.isPresent() ? trie.child(node, top.get()) : node;
    }

    /** Says that a node is an image. */
    int use(int node) {
        Irregular.unless(node != ImageTrie.FULL);
        used.set(node);
        return node;
    }

    /** How many nodes there are. */
    int size() {
        return trie.size();
    }

    long chainBytes(int node) {
        return trie.chainBytes(node);
    }

    /** In one store a layer on the same parents is of one size; who says what is beyond the tables. */
    void requireOneSizeEach(IntList images, int from) {
        if (!trie.hasTwins()) {
            return;
        }
        Map<Integer, Integer> nodesByFirst = new HashMap<>();
        for (int at = from; at < images.size(); at++) {
            for (int node = images.get(at); node != ImageTrie.ROOT; node = trie.parent(node)) {
                Integer same = nodesByFirst.putIfAbsent(trie.first(node), node);
                Irregular.unless(same == null || same == node);
            }
        }
    }

    /** Adds the layers of images from a row on, each once, to what lies on the disk of the machine that the store stands on. */
    void addTo(Standing store, IntList images, int from) {
        BitSet stored = new BitSet();
        long bytes = 0;
        for (int at = from; at < images.size(); at++) {
            for (int node = images.get(at); node != ImageTrie.ROOT && !stored.get(node); node = trie.parent(node)) {
                stored.set(node);
                bytes += trie.bytes(node);
                if (!trie.isKnown(node)) {
                    store.machine().addUnknown();
                }
            }
        }
        store.machine().addStored(bytes, store.times());
    }

    Catalogue catalogue() {
        return new Catalogue(trie, used);
    }
}
