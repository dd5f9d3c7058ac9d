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
        SortedTree.Neighbours<ImageChain, Integer> around = uses.neighbours(image);
        SortedTree.Node<ImageChain, Integer> same = around.at();
        if (same != null) {
            return same.key().agreesWith(image, image.length())
                    ? new Images(uses.with(same.key(), same.value() + 1))
                    : null;
        }
        int commonBefore = common(around.before(), image);
        int common = Math.max(commonBefore, common(around.after(), image));
        SortedTree.Node<ImageChain, Integer> closest = common == commonBefore ? around.before() : around.after();
        if (closest != null && !closest.key().agreesWith(image, common)) {
            return null;
        }
        image.addTo(change, common, Cell.IMAGES, Cell.APPLICATION_DISK, 1);
        return new Images(uses.with(image, 1));
    }

    /** With one use less of an image that is there. */
    Images without(ImageChain image, Change change) {
        SortedTree.Neighbours<ImageChain, Integer> around = uses.neighbours(image);
        SortedTree.Node<ImageChain, Integer> same = around.at();
        if (same != null && same.value() > 1) {
            return new Images(uses.with(same.key(), same.value() - 1));
        }
        int common = Math.max(common(around.before(), image), common(around.after(), image));
        image.addTo(change, common, Cell.IMAGES, Cell.APPLICATION_DISK, -1);
        return new Images(uses.without(image));
    }

    private static int common(SortedTree.@Nullable Node<ImageChain, Integer> neighbour, ImageChain image) {
        return neighbour == null ? 0 : neighbour.key().commonWith(image);
    }
}
