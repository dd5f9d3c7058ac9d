package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.kernel.EqualShares;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;

/**
 * Splits a figure of one machine after the other between its applications. Not safe for use by several threads.
 *
 * <p>Whatever applications use together, they use as a range of rows: those on one layer stand side by side, and so do those
 * whose images share a layer.
 *
 * <p>All numbers are of one machine, of which {@link Load} says that no sum can overflow.
 */
final class HostShares {
    private static final Category[] CATEGORIES = Category.values();

    private final Catalogue catalogue;
    private final ImmutableList<Line> lines;
    private final boolean sharedLayers;
    private final boolean unsharedLayers;

    private final Users users;
    private final SplitAmounts amounts;
    private final SplitGaps gaps;
    private final LayersInUse layers;

    HostShares(Figure.Sum<?> figure, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.lines = Line.of(figure);
        this.sharedLayers = figure.equals(Figure.DISK);
        this.unsharedLayers = figure.equals(Figure.LOGICAL_DISK);
        this.users = new Users(EqualShares.isOfRunning(figure));
        this.amounts = new SplitAmounts(users);
        this.gaps = new SplitGaps(users);
        this.layers = new LayersInUse(catalogue, amounts, gaps);
    }

    /** Splits what a machine has. */
    void split(Block block, int host) {
        users.begin(block, host);
        amounts.begin();
        gaps.begin();
        for (Line line : lines) {
            if (line.part() == Part.APPLICATION) {
                giveOwn(line, block, host);
            } else {
                split(line, block, host);
            }
        }
        if (sharedLayers) {
            splitLayers(block, host);
        } else if (unsharedLayers) {
            giveLayers(block, host);
        }
        amounts.end();
        gaps.end();
    }

    /** The number of rows of applications of the machine that was split. */
    int size() {
        return users.rows();
    }

    /** Copies what the copies on each row have together. */
    void copyTo(long[] target, int first) {
        amounts.copyTo(target, first);
    }

    /** How much of a kind is unknown of what the copies on a row have. */
    long gaps(int at, Category category) {
        return gaps.of(at, category);
    }

    /** Whether anything of the machine that was split is unknown. */
    boolean hasGaps() {
        return gaps.isAny();
    }

    /** Adds what the copies on a row have together, and what is unknown of it, for so many machines. */
    void addShare(int at, long hosts, Tally tally) {
        tally.add(amounts.of(at), hosts);
        for (int category = 0; gaps.isAny() && category < CATEGORIES.length; category++) {
            tally.addGaps(CATEGORIES[category], gaps.of(at, CATEGORIES[category]), hosts);
        }
    }

    /** Adds what nobody uses, and what is unknown of it, for so many machines. */
    void addUnattributed(long hosts, Tally tally) {
        tally.add(amounts.unattributed(), hosts);
        for (int category = 0; gaps.isAny() && category < CATEGORIES.length; category++) {
            tally.addGaps(CATEGORIES[category], gaps.unattributed(CATEGORIES[category]), hosts);
        }
    }

    private void giveOwn(Line line, Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        Table table = block.table(Part.APPLICATION);
        LongColumn column = table.column(line.field());
        LongColumn times = table.column(Field.TIMES);
        if (!column.isAlways(0)) {
            for (int at = 0; at < users.rows(); at++) {
                amounts.give(column.get(first + at) * times.get(first + at), at);
            }
        }
        if (table.hasGaps(line.field())) {
            for (int at = 0; at < users.rows(); at++) {
                if (table.isGap(line.field(), first + at)) {
                    gaps.give(line.category(), times.get(first + at), at);
                }
            }
        }
    }

    private void split(Line line, Block block, int host) {
        Table table = block.table(line.part());
        LongColumn column = table.column(line.field());
        boolean hasGaps = table.hasGaps(line.field());
        if (column.isAlways(0) && !hasGaps) {
            return;
        }
        LongColumn times = table.column(Field.TIMES);
        LongColumn firsts = table.column(Field.FIRST);
        LongColumn ends = table.column(Field.END);
        for (int row = block.start(line.part(), host); row < block.start(line.part(), host + 1); row++) {
            int from = (int) firsts.get(row);
            int to = (int) ends.get(row);
            amounts.split(column.get(row), times.get(row), from, to);
            if (hasGaps && table.isGap(line.field(), row)) {
                gaps.share(line.category(), times.get(row), from, to);
            }
        }
    }

    private void splitLayers(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        Table groups = block.table(Part.GROUP);
        for (int group = block.start(Part.GROUP, host); group < block.start(Part.GROUP, host + 1); group++) {
            if (groups.column(Field.CONTAINER).get(group) != 0) {
                int from = (int) groups.column(Field.FIRST).get(group);
                int to = (int) groups.column(Field.END).get(group);
                long stores = groups.column(Field.TIMES).get(group);
                layers.split(block.images(), first, from, to, stores);
            }
        }
    }

    private void giveLayers(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        LongColumn copies = block.table(Part.APPLICATION).column(Field.IMAGE_COPIES);
        for (int at = 0; at < users.rows(); at++) {
            int image = block.images().get(first + at);
            if (image != ImageColumn.NONE) {
                int user = block.isUsed(first + at) ? at : Users.NOBODY;
                amounts.give(catalogue.bytes().of(image) * copies.get(first + at), user);
                giveUnknownLayers(image, user, copies.get(first + at));
            }
        }
    }

    private void giveUnknownLayers(int image, int user, long copies) {
        long ofApplications = catalogue.unknownOfApplications().of(image);
        long ofBinaries = catalogue.unknown().of(image) - ofApplications;
        gaps.give(Category.BINARIES, ofBinaries * copies, user);
        gaps.give(Category.APPLICATION, ofApplications * copies, user);
    }
}
