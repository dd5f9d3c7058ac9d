package io.virtstack.benchmarks.data;

import java.util.Arrays;

/**
 * Images as chains of layers. A layer stands on a layer or on nothing; an image is its topmost layer. Immutable.
 */
public final class ImageForest {
    /** What the lowest layer of a chain stands on. */
    public static final int NOTHING = -1;

    private static final long LEAST_LAYER = 4_096;
    private static final int BASES = 30;
    private static final int RUNTIMES = 300;
    private static final int MOST_OWN_LAYERS = 6;

    private int[] parents = new int[1024];
    private long[] bytes = new long[1024];
    private int layers;
    private final int[] tops;

    private ImageForest(int images) {
        tops = new int[images];
    }

    /** 30 bases, 300 runtimes each on a base, and images of one to six layers of their own, each on a runtime. */
    public static ImageForest regular(int images, long seed) {
        Seed random = new Seed(seed);
        ImageForest forest = new ImageForest(images);
        for (int base = 0; base < BASES; base++) {
            forest.add(NOTHING, random.between(20_000_000, 200_000_000));
        }
        for (int runtime = 0; runtime < RUNTIMES; runtime++) {
            forest.add(random.below(BASES), random.between(10_000_000, 400_000_000));
        }
        for (int image = 0; image < images; image++) {
            int top = BASES + random.below(RUNTIMES);
            for (int own = random.below(MOST_OWN_LAYERS); own >= 0; own--) {
                top = forest.add(top, random.between(LEAST_LAYER, 60_000_000));
            }
            forest.tops[image] = top;
        }
        return forest;
    }

    /** Chains of one length, each of which leaves an earlier one at any height. */
    public static ImageForest deep(int images, int length, long seed) {
        Seed random = new Seed(seed);
        ImageForest forest = new ImageForest(images);
        int[] chain = new int[length];
        for (int image = 0; image < images; image++) {
            int shared = image < BASES ? 0 : 1 + random.below(length - 1);
            if (shared > 0) {
                forest.chain(random.below(image), chain);
            }
            int top = shared == 0 ? NOTHING : chain[shared - 1];
            for (int own = shared; own < length; own++) {
                top = forest.add(top, random.between(LEAST_LAYER, 60_000_000));
            }
            forest.tops[image] = top;
        }
        return forest;
    }

    private int add(int parent, long layerBytes) {
        if (layers == parents.length) {
            parents = Arrays.copyOf(parents, 2 * layers);
            bytes = Arrays.copyOf(bytes, 2 * layers);
        }
        parents[layers] = parent;
        bytes[layers] = layerBytes;
        return layers++;
    }

    private void chain(int image, int[] chain) {
        int layer = tops[image];
        for (int at = chain.length - 1; at >= 0; at--) {
            chain[at] = layer;
            layer = parents[layer];
        }
    }

    /** {@return how many images there are} */
    public int images() {
        return tops.length;
    }

    /** {@return how many layers there are; each is numbered after the one it stands on} */
    public int layers() {
        return layers;
    }

    /** {@return the topmost layer of an image; no two images have the same} */
    public int top(int image) {
        return tops[image];
    }

    /** {@return the layer that a layer stands on, or {@link #NOTHING}} */
    public int parent(int layer) {
        return parents[layer];
    }

    /** {@return the size of a layer} */
    public long bytes(int layer) {
        return bytes[layer];
    }

    /** {@return the layers of an image, lowest first} */
    public int[] chain(int image) {
        int length = 0;
        for (int layer = tops[image]; layer != NOTHING; layer = parents[layer]) {
            length++;
        }
        int[] chain = new int[length];
        chain(image, chain);
        return chain;
    }
}
