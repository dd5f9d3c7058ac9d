package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Area;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.Scale;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.TextStyle;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.Stream;

/**
 * Pairs of bars below one another, all to one scale, with their figures beside them, or below them where there is no room. What
 * is less than nothing, as slack may be, reaches to the left of where nothing is.
 */
final class PairedBars {
    /** Follows a bar that is not all there is. */
    private static final String AND_UNKNOWN = "+ ?";

    private static final int LEAST_PART_OF_BARS = 3;

    private final SceneBuilder scene;
    private final Metrics metrics;
    private final int width;
    private final boolean figuresBeside;
    private final BigInteger least;
    private final Scale scale;

    PairedBars(SceneBuilder scene, Metrics metrics, int width, List<DiskPair> pairs) {
        this.scene = scene;
        this.metrics = metrics;
        this.width = width;
        int figures = totals(pairs)
                .mapToInt(total -> metrics.width(DiskPair.figure(total), TextStyle.FIGURE))
                .max()
                .orElse(0);
        int afterBar = metrics.space() + metrics.width(AND_UNKNOWN, TextStyle.FIGURE) + metrics.space();
        int beside = width - afterBar - figures;
        this.figuresBeside = beside >= width / LEAST_PART_OF_BARS;
        this.least = BigInteger.valueOf(
                Math.min(0, totals(pairs).mapToLong(Total::amount).min().orElse(0)));
        BigInteger most = BigInteger.valueOf(
                Math.max(0, totals(pairs).mapToLong(Total::amount).max().orElse(0)));
        this.scale = new Scale(most.subtract(least), figuresBeside ? beside : width - afterBar);
    }

    private static Stream<Total<DataSize>> totals(List<DiskPair> pairs) {
        return pairs.stream().flatMap(pair -> Stream.of(pair.before(), pair.after()));
    }

    void add(DiskPair pair) {
        scene.space(metrics.gap() / 2);
        int y = scene.bottom();
        int difference = metrics.width(pair.difference(), TextStyle.FIGURE);
        scene.text(0, y, width - difference - metrics.space(), pair.label(), TextStyle.NAME);
        int label = metrics.width(pair.label(), TextStyle.NAME);
        int baseline = metrics.lineHeight(TextStyle.NAME) - metrics.lineHeight(TextStyle.FIGURE);
        scene.text(
                label + metrics.space(),
                y + baseline,
                width - label - metrics.space(),
                pair.difference(),
                TextStyle.FIGURE);
        addBar(BlockKind.BEFORE, pair.label() + " before", pair.before());
        addBar(BlockKind.AFTER, pair.label() + " after", pair.after());
    }

    private void addBar(BlockKind kind, String label, Total<DataSize> total) {
        int y = scene.bottom();
        int height = metrics.lineHeight(TextStyle.FIGURE);
        BigInteger zero = least.negate();
        BigInteger end = zero.add(BigInteger.valueOf(total.amount()));
        int from = scale.at(zero.min(end));
        int to = scale.at(zero.max(end));
        if (from == to && total.amount() != 0) {
            // Little is not nothing.
            to = Math.min(to + 1, scale.length());
            from = to - 1;
        }
        if (to > from) {
            scene.block(new PlacedBlock(
                    new Area(from, y, to - from, height), kind, label + ": " + total, ImmutableList.of()));
        }
        int x = to + metrics.space();
        if (!total.isExact() && total.known().isPresent()) {
            scene.text(x, y, width - x, AND_UNKNOWN, TextStyle.FIGURE);
            x += metrics.width(AND_UNKNOWN, TextStyle.FIGURE) + metrics.space();
        }
        scene.text(
                figuresBeside ? x : 0, figuresBeside ? y : y + height, width, DiskPair.figure(total), TextStyle.FIGURE);
    }
}
