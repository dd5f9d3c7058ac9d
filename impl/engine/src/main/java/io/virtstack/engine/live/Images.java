package io.virtstack.engine.live;

import org.jspecify.annotations.Nullable;

/**
 * The images in a store, each with the number of its uses. All that share layers are neighbours, so what an image takes on top of
 * the others, two of them tell. Immutable and safe for use by several threads.
 */
final class Images {
    static final Images NONE = new Images(SortedTree.empty());

    private final SortedTree<ImageChain, Integer> uses;

    private Images(SortedTree<ImageChain, Integer> uses) {
        this.uses = uses;
    }

    /** With one use more; nothing if it says other sizes of its layers than those that share them. */
    @Nullable
    Images with(ImageChain image, Change change) {
        SortedTree.Node<ImageChain, Integer> before = uses.upTo(image);
        int commonBefore = common(before, image);
        if (before != null && commonBefore == image.length() && before.key().length() == commonBefore) {
            return before.key().agreesWith(image, commonBefore)
                    ? new Images(uses.with(before.key(), before.value() + 1))
                    : null;
        }
        SortedTree.Node<ImageChain, Integer> after = uses.after(image);
        int common = Math.max(commonBefore, common(after, image));
        SortedTree.Node<ImageChain, Integer> closest = common == commonBefore ? before : after;
        if (closest != null && !closest.key().agreesWith(image, common)) {
            return null;
        }
        image.addTo(change, common, Cell.IMAGES, Cell.APPLICATION_DISK, 1);
        return new Images(uses.with(image, 1));
    }

    /** With one use less of an image that is there. */
    Images without(ImageChain image, Change change) {
        SortedTree.Node<ImageChain, Integer> found = uses.upTo(image);
        if (found != null && found.value() > 1) {
            return new Images(uses.with(found.key(), found.value() - 1));
        }
        SortedTree<ImageChain, Integer> others = uses.without(image);
        int common = Math.max(common(others.upTo(image), image), common(others.after(image), image));
        image.addTo(change, common, Cell.IMAGES, Cell.APPLICATION_DISK, -1);
        return new Images(others);
    }

    private static int common(SortedTree.@Nullable Node<ImageChain, Integer> neighbour, ImageChain image) {
        return neighbour == null ? 0 : neighbour.key().commonWith(image);
    }
}
