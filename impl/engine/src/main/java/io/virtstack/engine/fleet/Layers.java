package io.virtstack.engine.fleet;

import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ChainSums;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Category;

/** What image layers take in the stores of daemons: each once in its store, or each as often as containers have it. */
final class Layers {
    private final Catalogue catalogue;
    private final boolean shared;

    Layers(Catalogue catalogue, boolean shared) {
        this.catalogue = catalogue;
        this.shared = shared;
    }

    /** Adds what the stores of some machines keep. */
    void addTo(Block block, int fromHost, int toHost, Amounts amounts) {
        addTo(
                block,
                fromHost,
                toHost,
                catalogue.bytes(),
                catalogue.ofApplications(),
                amounts.known(Category.BINARIES),
                amounts.known(Category.APPLICATION));
        addTo(
                block,
                fromHost,
                toHost,
                catalogue.unknown(),
                catalogue.unknownOfApplications(),
                amounts.gaps(Category.BINARIES),
                amounts.gaps(Category.APPLICATION));
    }

    private void addTo(
            Block block,
            int fromHost,
            int toHost,
            ChainSums all,
            ChainSums partOfApplications,
            WideSum ofBinaries,
            WideSum ofApplications) {
        if (all.isNothing()) {
            return;
        }
        addTo(block, fromHost, toHost, all, 1, ofBinaries);
        if (!partOfApplications.isNothing()) {
            addTo(block, fromHost, toHost, partOfApplications, -1, ofBinaries);
            addTo(block, fromHost, toHost, partOfApplications, 1, ofApplications);
        }
    }

    private void addTo(Block block, int fromHost, int toHost, ChainSums sums, int sign, WideSum sum) {
        if (shared) {
            addDistinct(block, fromHost, toHost, sums, sign, sum);
        } else {
            addEach(block, fromHost, toHost, sums, sign, sum);
        }
    }

    private static void addDistinct(Block block, int fromHost, int toHost, ChainSums sums, int sign, WideSum sum) {
        Table groups = block.table(Part.GROUP);
        LongColumn firsts = groups.column(Field.FIRST);
        LongColumn ends = groups.column(Field.END);
        LongColumn times = groups.column(Field.TIMES);
        LongColumn stores = groups.column(Field.CONTAINER);
        ImageColumn images = block.images();
        for (int host = fromHost; host < toHost; host++) {
            int start = block.start(Part.APPLICATION, host);
            for (int group = block.start(Part.GROUP, host); group < block.start(Part.GROUP, host + 1); group++) {
                if (stores.get(group) != 0) {
                    long distinct =
                            sums.distinct(images, start + (int) firsts.get(group), start + (int) ends.get(group));
                    sum.add(sign * distinct, times.get(group) * block.copies(host));
                }
            }
        }
    }

    private static void addEach(Block block, int fromHost, int toHost, ChainSums sums, int sign, WideSum sum) {
        LongColumn copies = block.table(Part.APPLICATION).column(Field.IMAGE_COPIES);
        ImageColumn images = block.images();
        for (int host = fromHost; host < toHost; host++) {
            for (int row = block.start(Part.APPLICATION, host); row < block.start(Part.APPLICATION, host + 1); row++) {
                int image = images.get(row);
                if (image != ImageColumn.NONE) {
                    sum.add(sign * sums.of(image), copies.get(row) * block.copies(host));
                }
            }
        }
    }
}
