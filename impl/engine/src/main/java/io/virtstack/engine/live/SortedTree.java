package io.virtstack.engine.live;

import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: one with a key more or less shares all but the way to that key. The heights of two siblings
 * differ by one at most. Immutable and safe for use by several threads.
 *
 * @param <K> the keys
 * @param <V> what is kept for each
 */
final class SortedTree<K extends Comparable<? super K>, V> {
    private static final SortedTree<?, ?> EMPTY = new SortedTree<Integer, Object>(null);

    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    @SuppressWarnings("unchecked") // it holds nothing of any type
    static <K extends Comparable<? super K>, V> SortedTree<K, V> empty() {
        return (SortedTree<K, V>) EMPTY;
    }

    /** What is next to a key on both sides, and at the key itself. */
    Neighbours<K, V> neighbours(K key) {
        Node<K, V> before = null;
        Node<K, V> after = null;
        Node<K, V> at = root;
        while (at != null) {
            int order = key.compareTo(at.key);
            if (order == 0) {
                return new Neighbours<>(
                        at.left == null ? before : last(at.left), at, at.right == null ? after : first(at.right));
            }
            if (order > 0) {
                before = at;
                at = at.right;
            } else {
                after = at;
                at = at.left;
            }
        }
        return new Neighbours<>(before, null, after);
    }

    private static <K, V> Node<K, V> last(Node<K, V> subtree) {
        Node<K, V> at = subtree;
        while (at.right != null) {
            at = at.right;
        }
        return at;
    }

    private static <K, V> Node<K, V> first(Node<K, V> subtree) {
        Node<K, V> at = subtree;
        while (at.left != null) {
            at = at.left;
        }
        return at;
    }

    @Nullable
    Node<K, V> last() {
        return root == null ? null : last(root);
    }

    /** The most keys on a way down. */
    int height() {
        return height(root);
    }

    SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(with(root, key, value));
    }

    SortedTree<K, V> without(K key) {
        return new SortedTree<>(without(root, key));
    }

    private static <K extends Comparable<? super K>, V> Node<K, V> with(@Nullable Node<K, V> at, K key, V value) {
        if (at == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(at.key);
        if (order == 0) {
            return new Node<>(key, value, at.left, at.right);
        }
        return order < 0
                ? balanced(at, with(at.left, key, value), at.right)
                : balanced(at, at.left, with(at.right, key, value));
    }

    private static <K extends Comparable<? super K>, V> @Nullable Node<K, V> without(@Nullable Node<K, V> at, K key) {
        if (at == null) {
            return null;
        }
        int order = key.compareTo(at.key);
        if (order != 0) {
            return order < 0
                    ? balanced(at, without(at.left, key), at.right)
                    : balanced(at, at.left, without(at.right, key));
        }
        if (at.left == null || at.right == null) {
            return at.left == null ? at.right : at.left;
        }
        Node<K, V> next = first(at.right);
        return balanced(next, at.left, without(at.right, next.key));
    }

    /** A node of this key over two others whose heights differ by two at most. */
    private static <K, V> Node<K, V> balanced(Node<K, V> key, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        int difference = height(left) - height(right);
        if (left != null && difference > 1) {
            Node<K, V> inner = left.right;
            return inner != null && height(inner) > height(left.left)
                    ? node(inner, node(left, left.left, inner.left), node(key, inner.right, right))
                    : node(left, left.left, node(key, inner, right));
        }
        if (right != null && difference < -1) {
            Node<K, V> inner = right.left;
            return inner != null && height(inner) > height(right.right)
                    ? node(inner, node(key, left, inner.left), node(right, inner.right, right.right))
                    : node(right, node(key, left, inner), right.right);
        }
        return node(key, left, right);
    }

    private static <K, V> Node<K, V> node(Node<K, V> key, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        return new Node<>(key.key, key.value, left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    /**
     * What is around a key.
     *
     * @param before the last one before it
     * @param at the one of that key
     * @param after the first one after it
     */
    record Neighbours<K, V>(
            @Nullable Node<K, V> before,
            @Nullable Node<K, V> at,
            @Nullable Node<K, V> after) {}

    /** A key and what is kept for it. */
    static final class Node<K, V> {
        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int height;

        private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.height = Math.max(SortedTree.height(left), SortedTree.height(right)) + 1;
        }

        K key() {
            return key;
        }

        V value() {
            return value;
        }
    }
}
