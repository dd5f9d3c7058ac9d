package io.virtstack.engine.columns;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;

/**
 * An image in a daemon's store, as one application row or, if none runs on it, the binaries alone use it.
 *
 * @param binaries the row of the binaries
 * @param application the row of the application, or {@link Rows#NONE} for an unused image
 * @param chain its layers, the application's on top
 */
public record PlacedImage(int binaries, int application, ImmutableList<ChainLayer> chain) {
    static ImmutableList<PlacedImage> in(Store store, Rows rows) {
        ImmutableList.Builder<PlacedImage> images = ImmutableList.builder();
        for (int daemon : store.members()) {
            for (int binaries = daemon + 1; binaries < rows.end(daemon); binaries = rows.end(binaries)) {
                addUses(binaries, rows, images);
            }
        }
        return images.build();
    }

    private static void addUses(int binaries, Rows rows, ImmutableList.Builder<PlacedImage> images) {
        ImmutableList<ChainLayer> chain = ChainLayer.of((Binaries) rows.layer(binaries));
        if (rows.end(binaries) == binaries + 1) {
            images.add(new PlacedImage(binaries, Rows.NONE, chain));
        }
        for (int application = binaries + 1; application < rows.end(binaries); application++) {
            ImmutableList.Builder<ChainLayer> whole =
                    ImmutableList.<ChainLayer>builder().addAll(chain);
            ChainLayer.of((Application) rows.layer(application)).ifPresent(whole::add);
            images.add(new PlacedImage(binaries, application, whole.build()));
        }
    }

    /** {@return whether no application runs on it} */
    public boolean unused() {
        return application == Rows.NONE;
    }

    /** The row whose copies each have the image to themselves when nothing is shared. */
    int user() {
        return unused() ? binaries : application;
    }
}
