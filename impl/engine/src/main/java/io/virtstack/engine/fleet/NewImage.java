package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.Newcomer;
import io.virtstack.engine.columns.ChainLayer;
import io.virtstack.layer.Binaries;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The layers that the containers of an image bring to a store. */
final class NewImage {
    private final Newcomer binaries;
    private final List<Newcomer> withApplication = new ArrayList<>();

    NewImage(Binaries image, Catalogue catalogue) {
        ImmutableList<ChainLayer> chain = ChainLayer.of(image);
        this.binaries = Newcomer.of(chain, catalogue);
        Set<ChainLayer> tops = new LinkedHashSet<>();
        image.runs()
                .forEachEntry(
                        (application, copies) -> ChainLayer.of(application).ifPresent(tops::add));
        for (ChainLayer top : tops) {
            withApplication.add(Newcomer.of(
                    ImmutableList.<ChainLayer>builder().addAll(chain).add(top).build(), catalogue));
        }
    }

    /** The known bytes of layers that are not there yet. */
    long missing(Block block, int from, int to) {
        long missing = binaries.missing(block.images(), from, to);
        for (Newcomer chain : withApplication) {
            long top = chain.bytes() - binaries.bytes();
            missing += Math.min(top, chain.missing(block.images(), from, to));
        }
        return missing;
    }

    /** The known bytes of all its layers. */
    long bytes() {
        long bytes = binaries.bytes();
        for (Newcomer chain : withApplication) {
            bytes = Exact.add(bytes, chain.bytes() - binaries.bytes(), "bytes of image layers");
        }
        return bytes;
    }
}
