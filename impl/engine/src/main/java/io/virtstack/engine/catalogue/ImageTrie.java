package io.virtstack.engine.catalogue;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.engine.columns.LayerKey;
import io.virtstack.footprint.Category;
import io.virtstack.quantity.DataSize;
import java.util.Arrays;
import java.util.Optional;

/**
 * Image chains, each layer on its parents once. Layers that are the same content but are said to take different room are
 * different nodes. Not safe for use by several threads.
 */
public final class ImageTrie {
    /** The chain without layers. */
    public static final int ROOT = 0;

    /** What {@link #child} returns when the trie cannot take a layer in. */
    public static final int FULL = -1;

    /** Below it no sum of bytes of different nodes can overflow. */
    private static final long MOST_BYTES = Long.MAX_VALUE / 2;

    private static final int ABSENT = -1;
    private static final byte UNKNOWN = 1;
    private static final byte DERIVED = 2;
    private static final byte OF_APPLICATION = 4;

    private int[] parents = new int[64];
    private LayerKey[] keys = new LayerKey[64];
    private long[] bytes = new long[64];
    private long[] chainBytes = new long[64];
    private byte[] flags = new byte[64];
    private int[] hashes = new int[64];
    private int[] twins = new int[64];
    private int[] slots = new int[256];
    private int size = 1;
    private long allBytes;
    private boolean hasTwins;

    /** Creates a trie of the chain without layers. */
    public ImageTrie() {
        Arrays.fill(slots, ABSENT);
        Arrays.fill(twins, ABSENT);
    }

    /** {@return the number of nodes; they are numbered from 0} */
    public int size() {
        return size;
    }

    /**
     * {@return the node of a chain, or {@link #FULL}}
     *
     * @param chain layers, lowest first
     */
    public int node(ImmutableList<ChainLayer> chain) {
        int node = ROOT;
        for (int layer = 0; node != FULL && layer < chain.size(); layer++) {
            node = child(node, chain.get(layer));
        }
        return node;
    }

    /**
     * {@return the node of a layer on a chain, or {@link #FULL} if the bytes of all nodes together would be beyond measure}
     *
     * @param parent the node of the chain
     * @param layer the layer on top of it
     */
    public int child(int parent, ChainLayer layer) {
        Optional<DataSize> disk = layer.disk();
        long layerBytes = disk.isPresent() ? disk.get().bytes() : 0;
        byte layerFlags = (byte) ((disk.isEmpty() ? UNKNOWN : 0)
                | (layer.derived() && disk.isPresent() ? DERIVED : 0)
                | (layer.category() == Category.APPLICATION ? OF_APPLICATION : 0));
        int hash = hash(parent, layer.key());
        int slot = hash & (slots.length - 1);
        while (slots[slot] != ABSENT) {
            int node = slots[slot];
            if (hashes[node] == hash && parents[node] == parent && keys[node].equals(layer.key())) {
                return twin(node, layerBytes, layerFlags);
            }
            slot = (slot + 1) & (slots.length - 1);
        }
        int node = add(parent, layer.key(), layerBytes, layerFlags, hash);
        if (node != FULL) {
            slots[slot] = node;
            growSlots();
        }
        return node;
    }

    /** The node of the same layer on the same parents with this claim to its size. */
    private int twin(int first, long layerBytes, byte layerFlags) {
        int last = first;
        for (int node = first; node != ABSENT; node = twins[node]) {
            if (bytes[node] == layerBytes && flags[node] == layerFlags) {
                return node;
            }
            last = node;
        }
        int node = add(parents[first], keys[first], layerBytes, layerFlags, hashes[first]);
        if (node != FULL) {
            twins[last] = node;
            hasTwins = true;
        }
        return node;
    }

    private int add(int parent, LayerKey key, long layerBytes, byte layerFlags, int hash) {
        if (layerBytes > MOST_BYTES - allBytes) {
            return FULL;
        }
        if (size == parents.length) {
            int length = 2 * size;
            parents = Arrays.copyOf(parents, length);
            keys = Arrays.copyOf(keys, length);
            bytes = Arrays.copyOf(bytes, length);
            chainBytes = Arrays.copyOf(chainBytes, length);
            flags = Arrays.copyOf(flags, length);
            hashes = Arrays.copyOf(hashes, length);
            twins = Arrays.copyOf(twins, length);
            Arrays.fill(twins, size, length, ABSENT);
        }
        allBytes += layerBytes;
        parents[size] = parent;
        keys[size] = key;
        bytes[size] = layerBytes;
        chainBytes[size] = chainBytes[parent] + layerBytes;
        flags[size] = layerFlags;
        hashes[size] = hash;
        return size++;
    }

    private void growSlots() {
        if (size * 2 < slots.length) {
            return;
        }
        int[] old = slots;
        slots = new int[old.length * 2];
        Arrays.fill(slots, ABSENT);
        for (int node : old) {
            if (node != ABSENT) {
                int slot = hashes[node] & (slots.length - 1);
                while (slots[slot] != ABSENT) {
                    slot = (slot + 1) & (slots.length - 1);
                }
                slots[slot] = node;
            }
        }
    }

    private static int hash(int parent, LayerKey key) {
        int hash = (parent * 31 + key.hashCode()) * 0x9E37_79B9;
        return hash ^ (hash >>> 15);
    }

    /**
     * {@return the node below}
     *
     * @param node a node, not the root
     */
    public int parent(int node) {
        return parents[node];
    }

    /** {@return whether some layer on the same parents is said to take different room in different places} */
    public boolean hasTwins() {
        return hasTwins;
    }

    /**
     * {@return what stands for all nodes of the same layer on the same parents}
     *
     * @param node a node, not the root
     */
    public int first(int node) {
        int slot = hashes[node] & (slots.length - 1);
        while (hashes[slots[slot]] != hashes[node]
                || parents[slots[slot]] != parents[node]
                || !keys[slots[slot]].equals(keys[node])) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slots[slot];
    }

    /**
     * {@return the known bytes of a chain}
     *
     * @param node its node
     */
    public long chainBytes(int node) {
        return chainBytes[node];
    }

    LayerKey key(int node) {
        return keys[node];
    }

    byte flags(int node) {
        return flags[node];
    }

    static boolean isOfApplication(byte flags) {
        return (flags & OF_APPLICATION) != 0;
    }

    static boolean isDerived(byte flags) {
        return (flags & DERIVED) != 0;
    }

    /**
     * {@return whether the size of a node's layer is known}
     *
     * @param node a node
     */
    public boolean isKnown(int node) {
        return (flags[node] & UNKNOWN) == 0;
    }

    /**
     * {@return the known bytes of a node's layer}
     *
     * @param node a node
     */
    public long bytes(int node) {
        return bytes[node];
    }
}
