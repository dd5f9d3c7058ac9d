package io.virtstack.engine.catalogue;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * All images of a fleet, numbered in depth-first order of their chains, siblings by their layers. Immutable and safe for use
 * by several threads.
 *
 * <p>The chain without layers is always one of them, and the first: {@link ImageColumn#NONE}.
 *
 * <p>In this order the images that share a layer are neighbours. So what the images of a store take together is the sum over
 * the images, less the sum over each two neighbours of what is below where their chains part: no layer needs to be looked at.
 */
public final class Catalogue {
    private final LayerTree tree;
    private final int[] nodes;
    private final int[] numbers;
    private final ChainSums bytes;
    private final ChainSums unknown;
    private final ChainSums ofApplications;
    private final ChainSums unknownOfApplications;
    private final ChainSums layers;

    /**
     * Numbers the images.
     *
     * @param trie all chains; no more may be added
     * @param images the nodes that are images
     */
    public Catalogue(ImageTrie trie, BitSet images) {
        this.tree = new LayerTree(trie);
        this.nodes = inDepthFirstOrder(trie)
                .filter(node -> node == ImageTrie.ROOT || images.get(node))
                .toArray();
        this.numbers = new int[trie.size()];
        for (int image = 0; image < nodes.length; image++) {
            numbers[nodes[image]] = image;
        }
        int[] forks = forks(trie);
        this.bytes = ChainSums.of(trie, nodes, forks, trie::bytes);
        this.unknown = ChainSums.of(trie, nodes, forks, node -> trie.isKnown(node) ? 0 : 1);
        this.ofApplications = ChainSums.of(
                trie, nodes, forks, node -> ImageTrie.isOfApplication(trie.flags(node)) ? trie.bytes(node) : 0);
        this.unknownOfApplications = ChainSums.of(
                trie, nodes, forks, node -> ImageTrie.isOfApplication(trie.flags(node)) && !trie.isKnown(node) ? 1 : 0);
        this.layers = ChainSums.of(trie, nodes, forks, node -> node == ImageTrie.ROOT ? 0 : 1);
    }

    private static IntStream inDepthFirstOrder(ImageTrie trie) {
        int[] firstChild = new int[trie.size()];
        int[] nextSibling = new int[trie.size()];
        Integer[] bySibling = IntStream.range(1, trie.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(
                bySibling,
                Comparator.<Integer>comparingInt(trie::parent)
                        .thenComparing(trie::key)
                        .thenComparing(Comparator.naturalOrder()));
        for (int at = bySibling.length - 1; at >= 0; at--) {
            int node = bySibling[at];
            nextSibling[node] = firstChild[trie.parent(node)];
            firstChild[trie.parent(node)] = node;
        }
        int[] order = new int[trie.size()];
        int next = ImageTrie.ROOT;
        for (int at = 0; at < order.length; at++) {
            order[at] = next;
            next = after(next, firstChild, nextSibling, trie);
        }
        return Arrays.stream(order);
    }

    private static int after(int node, int[] firstChild, int[] nextSibling, ImageTrie trie) {
        if (firstChild[node] != 0) {
            return firstChild[node];
        }
        int at = node;
        while (at != ImageTrie.ROOT && nextSibling[at] == 0) {
            at = trie.parent(at);
        }
        return nextSibling[at];
    }

    /** Where the chain of each image parts from that of the one before it. */
    private int[] forks(ImageTrie trie) {
        int[] depths = new int[trie.size()];
        for (int node = 1; node < depths.length; node++) {
            depths[node] = depths[trie.parent(node)] + 1;
        }
        int[] forks = new int[nodes.length];
        for (int image = 1; image < nodes.length; image++) {
            int left = nodes[image - 1];
            int right = nodes[image];
            while (left != right) {
                if (depths[left] >= depths[right]) {
                    left = trie.parent(left);
                } else {
                    right = trie.parent(right);
                }
            }
            forks[image] = left;
        }
        return forks;
    }

    /** {@return the number of images} */
    public int size() {
        return nodes.length;
    }

    /**
     * {@return the number of an image}
     *
     * @param node its node in the trie
     */
    public int image(int node) {
        return numbers[node];
    }

    /**
     * {@return the node of an image in the trie}
     *
     * @param image its number
     */
    public int node(int image) {
        return nodes[image];
    }

    /** {@return the layers of all images} */
    public LayerTree tree() {
        return tree;
    }

    /** {@return known bytes of layers} */
    public ChainSums bytes() {
        return bytes;
    }

    /** {@return how many layers are of unknown size} */
    public ChainSums unknown() {
        return unknown;
    }

    /** {@return known bytes of layers that applications add} */
    public ChainSums ofApplications() {
        return ofApplications;
    }

    /** {@return how many layers that applications add are of unknown size} */
    public ChainSums unknownOfApplications() {
        return unknownOfApplications;
    }

    /** {@return how many layers} */
    public ChainSums layers() {
        return layers;
    }
}
