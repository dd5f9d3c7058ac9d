package io.virtstack.inventory.assembly;

import com.google.common.collect.ImmutableList;

/** A part that yields images and containers together with all other parts of its class. */
public interface DaemonContents extends Part {
    /**
     * {@return the images and containers of all of them}
     *
     * @param all the parts of this class, this one included, in the order of the files
     */
    Contents join(ImmutableList<? extends DaemonContents> all);

    /**
     * What stands on a daemon.
     *
     * @param images the images in its store
     * @param containers the containers on them, or on images that are not listed
     */
    record Contents(ImmutableList<StoredImage> images, ImmutableList<PlacedContainer> containers) {}
}
