package io.virtstack.engine.live;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes: one with a key more or less shares all but the way to that key. Immutable and safe for use by several
 * threads.
 *
 * @param <K> the keys
 * @param <V> what is kept for each
 */
final class HashTrie<K, V> {
    private static final HashTrie<?, ?> EMPTY = new HashTrie<>(null);

    private final @Nullable Slot<K, V> root;

    private HashTrie(@Nullable Slot<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked") // it holds nothing of any type
    static <K, V> HashTrie<K, V> empty() {
        return (HashTrie<K, V>) EMPTY;
    }

    @Nullable
    V get(K key) {
        return root == null ? null : root.get(key, hash(key), 0);
    }

    HashTrie<K, V> with(K key, V value) {
        int hash = hash(key);
        Leaf<K, V> leaf = new Leaf<>(key, value, hash);
        return new HashTrie<>(root == null ? leaf : root.with(leaf, hash, 0));
    }

    HashTrie<K, V> without(K key) {
        return root == null ? this : new HashTrie<>(root.without(key, hash(key), 0));
    }

    void forEach(BiConsumer<? super K, ? super V> receiver) {
        if (root != null) {
            root.forEach(receiver);
        }
    }

    /** Names that count upwards have hashes that do: every bit of those has to reach the lowest. */
    private static int hash(Object key) {
        int mixed = key.hashCode();
        mixed = (mixed ^ mixed >>> 16) * 0x85EBCA6B;
        mixed = (mixed ^ mixed >>> 13) * 0xC2B2AE35;
        return mixed ^ mixed >>> 16;
    }

    /** What hangs at one place of a trie. */
    private interface Slot<K, V> {
        @Nullable
        V get(K key, int hash, int shift);

        Slot<K, V> with(Leaf<K, V> leaf, int hash, int shift);

        @Nullable
        Slot<K, V> without(K key, int hash, int shift);

        void forEach(BiConsumer<? super K, ? super V> receiver);
    }

    private record Leaf<K, V>(K key, V value, int hash) implements Slot<K, V> {
        @Override
        public @Nullable V get(K wanted, int wantedHash, int shift) {
            return hash == wantedHash && key.equals(wanted) ? value : null;
        }

        @Override
        public Slot<K, V> with(Leaf<K, V> leaf, int leafHash, int shift) {
            if (hash != leafHash) {
                return Branch.of(this, hash, shift).with(leaf, leafHash, shift);
            }
            return key.equals(leaf.key) ? leaf : new Twins<>(this, leaf);
        }

        @Override
        public @Nullable Slot<K, V> without(K unwanted, int unwantedHash, int shift) {
            return get(unwanted, unwantedHash, shift) == null ? this : null;
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> receiver) {
            receiver.accept(key, value);
        }
    }

    /** Two or more keys of the same hash. */
    private record Twins<K, V>(Leaf<K, V> first, Slot<K, V> others) implements Slot<K, V> {
        @Override
        public @Nullable V get(K key, int hash, int shift) {
            V found = first.get(key, hash, shift);
            return found == null ? others.get(key, hash, shift) : found;
        }

        @Override
        public Slot<K, V> with(Leaf<K, V> leaf, int hash, int shift) {
            if (first.hash() != hash) {
                return Branch.of(this, first.hash(), shift).with(leaf, hash, shift);
            }
            return first.key().equals(leaf.key())
                    ? new Twins<>(leaf, others)
                    : new Twins<>(first, others.with(leaf, hash, shift));
        }

        @Override
        public Slot<K, V> without(K key, int hash, int shift) {
            if (first.get(key, hash, shift) != null) {
                return others;
            }
            Slot<K, V> rest = others.without(key, hash, shift);
            return rest == null ? first : new Twins<>(first, rest);
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> receiver) {
            first.forEach(receiver);
            others.forEach(receiver);
        }
    }

    /** Up to sixteen slots, by four bits of the hash. */
    private static final class Branch<K, V> implements Slot<K, V> {
        private static final int BITS = 4;
        private static final int MASK = (1 << BITS) - 1;

        private final int occupied;
        private final Slot<K, V>[] slots;

        private Branch(int occupied, Slot<K, V>[] slots) {
            this.occupied = occupied;
            this.slots = slots;
        }

        static <K, V> Branch<K, V> of(Slot<K, V> only, int hash, int shift) {
            Slot<K, V>[] slots = newSlots(1);
            slots[0] = only;
            return new Branch<>(bit(hash, shift), slots);
        }

        @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a generic type
        private static <K, V> Slot<K, V>[] newSlots(int length) {
            return new Slot[length];
        }

        private static int bit(int hash, int shift) {
            return 1 << (hash >>> shift & MASK);
        }

        private int index(int bit) {
            return Integer.bitCount(occupied & bit - 1);
        }

        @Override
        public @Nullable V get(K key, int hash, int shift) {
            int bit = bit(hash, shift);
            return (occupied & bit) == 0 ? null : slots[index(bit)].get(key, hash, shift + BITS);
        }

        @Override
        public Branch<K, V> with(Leaf<K, V> leaf, int hash, int shift) {
            int bit = bit(hash, shift);
            int index = index(bit);
            return (occupied & bit) == 0
                    ? inserted(bit, index, leaf)
                    : replaced(index, slots[index].with(leaf, hash, shift + BITS));
        }

        @Override
        public @Nullable Slot<K, V> without(K key, int hash, int shift) {
            int bit = bit(hash, shift);
            int index = index(bit);
            if ((occupied & bit) == 0) {
                return this;
            }
            Slot<K, V> rest = slots[index].without(key, hash, shift + BITS);
            if (rest != null) {
                return slots.length == 1 && !(rest instanceof Branch) ? rest : replaced(index, rest);
            }
            if (slots.length == 2 && !(slots[1 - index] instanceof Branch)) {
                return slots[1 - index];
            }
            return slots.length == 1 ? null : removed(bit, index);
        }

        private Branch<K, V> inserted(int bit, int index, Slot<K, V> slot) {
            Slot<K, V>[] more = newSlots(slots.length + 1);
            System.arraycopy(slots, 0, more, 0, index);
            more[index] = slot;
            System.arraycopy(slots, index, more, index + 1, slots.length - index);
            return new Branch<>(occupied | bit, more);
        }

        private Branch<K, V> replaced(int index, Slot<K, V> slot) {
            Slot<K, V>[] copy = slots.clone();
            copy[index] = slot;
            return new Branch<>(occupied, copy);
        }

        private Branch<K, V> removed(int bit, int index) {
            Slot<K, V>[] fewer = newSlots(slots.length - 1);
            System.arraycopy(slots, 0, fewer, 0, index);
            System.arraycopy(slots, index + 1, fewer, index, fewer.length - index);
            return new Branch<>(occupied & ~bit, fewer);
        }

        @Override
        public void forEach(BiConsumer<? super K, ? super V> receiver) {
            for (Slot<K, V> slot : slots) {
                slot.forEach(receiver);
            }
        }
    }
}
