package io.virtstack.engine.catalogue;

import com.google.common.io.BaseEncoding;
import com.google.common.primitives.Longs;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.columns.LayerKey;
import io.virtstack.footprint.Category;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The layers of all images of a fleet, each a node on its parents, in as few bytes as tell them apart. Immutable and safe for
 * use by several threads.
 */
public final class LayerTree {
    /** What is said instead of the bytes of a layer that nobody knows. */
    public static final long UNKNOWN = -1;

    private static final String SHA256 = "sha256";
    private static final int WORDS = 4;

    private final int[] parents;
    private final long[] bytes;
    private final byte[] flags;
    /** SHA-256 digests as numbers; of a node that has none of these, zeros. */
    private final long[] digests;

    private final Map<Integer, LayerKey> otherKeys = new HashMap<>();

    LayerTree(ImageTrie trie) {
        int size = trie.size();
        this.parents = new int[size];
        this.bytes = new long[size];
        this.flags = new byte[size];
        this.digests = new long[WORDS * size];
        for (int node = 1; node < size; node++) {
            parents[node] = trie.parent(node);
            bytes[node] = trie.isKnown(node) ? trie.bytes(node) : UNKNOWN;
            flags[node] = trie.flags(node);
            long[] digest = digest(trie.key(node));
            System.arraycopy(digest, 0, digests, WORDS * node, digest.length);
            if (digest.length == 0) {
                otherKeys.put(node, trie.key(node));
            }
        }
    }

    private static long[] digest(LayerKey key) {
        if (!(key instanceof LayerKey.Content content)
                || !content.diffId().algorithm().equals(SHA256)) {
            return new long[0];
        }
        byte[] sum = BaseEncoding.base16().lowerCase().decode(content.diffId().hex());
        long[] words = new long[WORDS];
        for (int word = 0; word < WORDS; word++) {
            words[word] = Longs.fromByteArray(Arrays.copyOfRange(sum, word * Long.BYTES, (word + 1) * Long.BYTES));
        }
        return words;
    }

    /** {@return the number of nodes; the first is the chain without layers, and parents come before what stands on them} */
    public int size() {
        return parents.length;
    }

    /**
     * {@return the node below}
     *
     * @param node a node, not the first
     */
    public int parent(int node) {
        return parents[node];
    }

    /**
     * {@return the bytes of a layer, or {@link #UNKNOWN}}
     *
     * @param node its node, not the first
     */
    public long bytes(int node) {
        return bytes[node];
    }

    /**
     * {@return whose layer it is: of binaries, or of the application on them}
     *
     * @param node a node, not the first
     */
    public Category category(int node) {
        return ImageTrie.isOfApplication(flags[node]) ? Category.APPLICATION : Category.BINARIES;
    }

    /** Whether a node's layer has a content, as it is stated. */
    boolean is(int node, LayerKey key) {
        long[] digest = digest(key);
        return digest.length == 0
                ? key.equals(otherKeys.get(node))
                : Arrays.equals(digests, WORDS * node, WORDS * (node + 1), digest, 0, WORDS)
                        && !otherKeys.containsKey(node);
    }

    /** Whether a node's layer takes as much as another layer of the same content, or is reported to take what that one does not say. */
    boolean isAsLargeAs(int node, ChainLayer layer) {
        Optional<Long> size = layer.disk().map(disk -> disk.bytes());
        boolean same = size.orElse(UNKNOWN) == bytes[node];
        boolean outweighs = bytes[node] != UNKNOWN && !ImageTrie.isDerived(flags[node]) && layer.derived();
        return same || outweighs;
    }
}
