package io.virtstack.benchmarks.contenders;

import io.virtstack.benchmarks.data.ImageForest;
import java.util.Arrays;
import java.util.BitSet;

/** Layers that always come together as one node: a node is an image's top or a layer where chains part. Immutable. */
final class MergedTrie {
    private final ImageForest images;
    private final BitSet nodes = new BitSet();
    private final long[] chainBytes;

    MergedTrie(ImageForest images) {
        this.images = images;
        this.chainBytes = new long[images.layers()];
        int[] children = new int[images.layers()];
        for (int layer = 0; layer < images.layers(); layer++) {
            int parent = images.parent(layer);
            chainBytes[layer] = images.bytes(layer);
            if (parent != ImageForest.NOTHING) {
                chainBytes[layer] += chainBytes[parent];
                children[parent]++;
                if (children[parent] > 1) {
                    nodes.set(parent);
                }
            }
        }
        for (int image = 0; image < images.images(); image++) {
            nodes.set(images.top(image));
        }
    }

    BitSet nodes() {
        return nodes;
    }

    /** The node below, or {@link ImageForest#NOTHING}. */
    int parent(int node) {
        int layer = images.parent(node);
        while (layer != ImageForest.NOTHING && !nodes.get(layer)) {
            layer = images.parent(layer);
        }
        return layer;
    }

    /** What its layers take. */
    long bytes(int node) {
        return chainBytes[node] - chainBytes(parent(node));
    }

    /** What the layers from the lowest to this one take. */
    long chainBytes(int layer) {
        return layer == ImageForest.NOTHING ? 0 : chainBytes[layer];
    }

    /** How many nodes are below each. */
    int[] depths() {
        int[] depths = new int[images.layers()];
        nodes.stream().forEach(node -> {
            int parent = parent(node);
            depths[node] = parent == ImageForest.NOTHING ? 0 : depths[parent] + 1;
        });
        return depths;
    }

    /** Images in the order of a walk through the trie, depth first. */
    int[] depthFirst() {
        int[] firstChild = new int[images.layers()];
        int[] nextSibling = new int[images.layers()];
        Arrays.fill(firstChild, ImageForest.NOTHING);
        int firstRoot = ImageForest.NOTHING;
        for (int layer = images.layers() - 1; layer >= 0; layer--) {
            int parent = images.parent(layer);
            if (parent == ImageForest.NOTHING) {
                nextSibling[layer] = firstRoot;
                firstRoot = layer;
            } else {
                nextSibling[layer] = firstChild[parent];
                firstChild[parent] = layer;
            }
        }
        int[] imageOfTop = new int[images.layers()];
        Arrays.fill(imageOfTop, ImageForest.NOTHING);
        for (int image = 0; image < images.images(); image++) {
            imageOfTop[images.top(image)] = image;
        }
        int[] order = new int[images.images()];
        int size = 0;
        int layer = firstRoot;
        while (layer != ImageForest.NOTHING) {
            if (imageOfTop[layer] != ImageForest.NOTHING) {
                order[size++] = imageOfTop[layer];
            }
            if (firstChild[layer] != ImageForest.NOTHING) {
                layer = firstChild[layer];
            } else {
                while (layer != ImageForest.NOTHING && nextSibling[layer] == ImageForest.NOTHING) {
                    layer = images.parent(layer);
                }
                layer = layer == ImageForest.NOTHING ? layer : nextSibling[layer];
            }
        }
        return order;
    }
}
