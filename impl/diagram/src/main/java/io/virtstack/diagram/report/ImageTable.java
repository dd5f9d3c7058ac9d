package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the images of all daemons take. Sizes do not add up to the disk: what images share is in each of them. */
final class ImageTable {
    private static final Comparator<ImageUsage> LARGEST_FIRST = Comparator.comparingLong(
                    (ImageUsage usage) -> usage.size().amount())
            .reversed();

    private ImageTable() {}

    static Table of(ImmutableList<ImageUsage> images) {
        TableBuilder table = Table.titled("Images, each by itself: what several share is in the size of each")
                .texts("image", "daemon")
                .numbers("layers", "containers", "size", "shared", "unique");
        // The sort is stable: equal sizes stay in the order of daemons and names.
        List<ImageUsage> sorted = images.stream().sorted(LARGEST_FIRST).toList();
        sorted.stream()
                .limit(RankedTable.MOST_ROWS)
                .forEach(usage -> table.row(
                        Cell.of(Names.of(usage.name())),
                        Cell.of(Names.of(usage.daemon())),
                        Cell.of(usage.layers()),
                        Cell.of(usage.containers()),
                        Cell.of(usage.size()),
                        cell(usage.shared()),
                        cell(usage.unique())));
        int rest = sorted.size() - RankedTable.MOST_ROWS;
        if (rest > 0) {
            table.foot(Cell.of(rest + " more"), Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE, Cell.NONE);
        }
        return table.build();
    }

    private static Cell cell(Optional<DataSize> size) {
        return size.map(known -> Cell.of(new Total<>(Figure.DISK, known.bytes(), ImmutableList.of())))
                .orElse(Cell.of("unknown"));
    }
}
