package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.catalogue.ImageColumn;
import io.virtstack.engine.catalogue.LayerTree;
import io.virtstack.engine.kernel.EqualShares;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.LongColumn;
import io.virtstack.engine.table.Table;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import java.util.Arrays;

/**
 * Splits a figure of one machine after the other between its applications. Not safe for use by several threads.
 *
 * <p>Whatever applications use together, they use as a range of rows: those on one layer stand side by side, and so do those
 * whose images share a layer. So a split is noted at both ends of its range only, and the notes are added up along the rows.
 * The units that are left over go to the first copies of the range, which is a range again. Along the images of a store the
 * layers in use form a stack: a layer leaves it when the chain of the next image parts from it.
 *
 * <p>All numbers are of one machine, of which {@link Load} says that no sum can overflow.
 */
final class HostShares {
    private static final Category[] CATEGORIES = Category.values();
    private static final int NOBODY = -1;

    private final Catalogue catalogue;
    private final ImmutableList<Line> lines;
    private final boolean runningOnly;
    private final boolean sharedLayers;
    private final boolean unsharedLayers;

    private int size;
    private boolean uniform;
    private long[] weights = new long[64];
    private long[] usersBefore = new long[65];
    private long[] own = new long[64];
    private long[] eachCopy = new long[65];
    private long[] extra = new long[65];
    private final Gapped gapped = new Gapped();
    private int[] stack = new int[32];
    private int[] since = new int[32];
    private long unattributed;

    HostShares(Figure.Sum<?> figure, Catalogue catalogue) {
        this.catalogue = catalogue;
        this.lines = Line.of(figure);
        this.runningOnly = EqualShares.isOfRunning(figure);
        this.sharedLayers = figure.equals(Figure.DISK);
        this.unsharedLayers = figure.equals(Figure.LOGICAL_DISK);
    }

    /** Splits what a machine has. */
    void split(Block block, int host) {
        begin(block, host);
        for (Line line : lines) {
            if (line.part() == Part.APPLICATION) {
                addOwn(line, block, host);
            } else {
                split(line, block, host);
            }
        }
        if (sharedLayers) {
            splitLayers(block, host);
        } else if (unsharedLayers) {
            addLayers(block, host);
        }
        long each = 0;
        long more = 0;
        for (int at = 0; at < size; at++) {
            each += eachCopy[at];
            more += extra[at];
            own[at] += weights[at] * each + more;
        }
        gapped.end(size, weights);
    }

    /** The number of rows of applications of the machine that was split. */
    int size() {
        return size;
    }

    /** Copies what the copies on each row have together. */
    void copyTo(long[] amounts, int first) {
        System.arraycopy(own, 0, amounts, first, size);
    }

    /** How much of a kind is unknown of what the copies on a row have. */
    long gaps(int at, Category category) {
        return gapped.of(at, category);
    }

    /** Whether anything of the machine that was split is unknown. */
    boolean hasGaps() {
        return gapped.isAny();
    }

    /** Adds what the copies on a row have together, and what is unknown of it, for so many machines. */
    void addShare(int at, long hosts, Tally tally) {
        tally.add(own[at], hosts);
        for (int category = 0; gapped.isAny() && category < CATEGORIES.length; category++) {
            tally.addGaps(CATEGORIES[category], gapped.of(at, CATEGORIES[category]), hosts);
        }
    }

    /** Adds what nobody uses, and what is unknown of it, for so many machines. */
    void addUnattributed(long hosts, Tally tally) {
        tally.add(unattributed, hosts);
        for (int category = 0; gapped.isAny() && category < CATEGORIES.length; category++) {
            tally.addGaps(CATEGORIES[category], gapped.unattributed(CATEGORIES[category]), hosts);
        }
    }

    private void begin(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        size = block.start(Part.APPLICATION, host + 1) - first;
        if (size > weights.length) {
            weights = new long[2 * size];
            usersBefore = new long[2 * size + 1];
            own = new long[2 * size];
            eachCopy = new long[2 * size + 1];
            extra = new long[2 * size + 1];
        }
        Arrays.fill(own, 0, size, 0);
        Arrays.fill(eachCopy, 0, size + 1, 0);
        Arrays.fill(extra, 0, size + 1, 0);
        gapped.begin(size);
        unattributed = 0;
        Table table = block.table(Part.APPLICATION);
        LongColumn times = table.column(Field.TIMES);
        LongColumn stopped = table.column(Field.STOPPED);
        boolean allRun = !runningOnly || stopped.isAlways(0);
        uniform = true;
        for (int at = 0; at < size; at++) {
            long weight = allRun || stopped.get(first + at) == 0 ? times.get(first + at) : 0;
            weights[at] = weight;
            usersBefore[at + 1] = usersBefore[at] + weight;
            uniform &= weight == 1;
        }
    }

    private void addOwn(Line line, Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        Table table = block.table(Part.APPLICATION);
        LongColumn column = table.column(line.field());
        LongColumn times = table.column(Field.TIMES);
        if (!column.isAlways(0)) {
            for (int at = 0; at < size; at++) {
                own[at] += column.get(first + at) * times.get(first + at);
            }
        }
        if (table.hasGaps(line.field())) {
            for (int at = 0; at < size; at++) {
                if (table.isGap(line.field(), first + at)) {
                    gapped.addOwn(at, line.category(), times.get(first + at));
                }
            }
        }
    }

    private void split(Line line, Block block, int host) {
        Table table = block.table(line.part());
        LongColumn column = table.column(line.field());
        boolean gaps = table.hasGaps(line.field());
        if (column.isAlways(0) && !gaps) {
            return;
        }
        LongColumn times = table.column(Field.TIMES);
        LongColumn firsts = table.column(Field.FIRST);
        LongColumn ends = table.column(Field.END);
        for (int row = block.start(line.part(), host); row < block.start(line.part(), host + 1); row++) {
            int from = (int) firsts.get(row);
            int to = (int) ends.get(row);
            split(column.get(row), times.get(row), from, to);
            if (gaps && table.isGap(line.field(), row)) {
                gapped.add(line.category(), times.get(row), from, to, usersBefore);
            }
        }
    }

    /** Splits an amount of which there are several copies, each used by the same number of copies of each row in a range. */
    private void split(long amount, long copies, int from, int to) {
        long users = (usersBefore[to] - usersBefore[from]) / copies;
        if (users == 0) {
            unattributed += amount * copies;
            return;
        }
        long each = users == 1 ? amount : Math.floorDiv(amount, users);
        long left = amount - each * users;
        eachCopy[from] += each;
        eachCopy[to] -= each;
        if (left != 0) {
            giveLeft(left, copies, from);
        }
    }

    private void giveLeft(long units, long copies, int from) {
        if (uniform) {
            extra[from]++;
            extra[from + (int) units]--;
            return;
        }
        long left = units;
        for (int at = from; left > 0; at++) {
            long given = Math.min(left, weights[at] / copies);
            left -= given;
            extra[at] += given * copies;
            extra[at + 1] -= given * copies;
        }
    }

    private void splitLayers(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        Table groups = block.table(Part.GROUP);
        for (int group = block.start(Part.GROUP, host); group < block.start(Part.GROUP, host + 1); group++) {
            if (groups.column(Field.CONTAINER).get(group) != 0) {
                int from = (int) groups.column(Field.FIRST).get(group);
                int to = (int) groups.column(Field.END).get(group);
                splitLayers(
                        block.images(),
                        first,
                        from,
                        to,
                        groups.column(Field.TIMES).get(group));
            }
        }
    }

    private void splitLayers(ImageColumn images, int first, int from, int to, long stores) {
        int depth = 0;
        int last = ImageColumn.NONE;
        for (int at = from; at < to; at++) {
            int image = images.get(first + at);
            if (image == last) {
                continue;
            }
            int shared = last == ImageColumn.NONE ? 0 : (int) catalogue.layers().shared(last, image);
            depth = leave(depth, shared, stores, at);
            depth = enter(image, depth, at);
            last = image;
        }
        leave(depth, 0, stores, to);
    }

    private int enter(int image, int depth, int at) {
        int newDepth = (int) catalogue.layers().of(image);
        if (newDepth > stack.length) {
            stack = Arrays.copyOf(stack, 2 * newDepth);
            since = Arrays.copyOf(since, 2 * newDepth);
        }
        int node = catalogue.node(image);
        for (int level = newDepth - 1; level >= depth; level--) {
            stack[level] = node;
            since[level] = at;
            node = catalogue.tree().parent(node);
        }
        return newDepth;
    }

    private int leave(int depth, int newDepth, long stores, int at) {
        for (int level = depth - 1; level >= newDepth; level--) {
            long bytes = catalogue.tree().bytes(stack[level]);
            if (bytes != LayerTree.UNKNOWN) {
                split(bytes, stores, since[level], at);
            } else {
                Category category = catalogue.tree().category(stack[level]);
                gapped.add(category, stores, since[level], at, usersBefore);
            }
        }
        return newDepth;
    }

    private void addLayers(Block block, int host) {
        int first = block.start(Part.APPLICATION, host);
        Table table = block.table(Part.APPLICATION);
        for (int at = 0; at < size; at++) {
            int image = block.images().get(first + at);
            if (image != ImageColumn.NONE) {
                long copies = table.column(Field.IMAGE_COPIES).get(first + at);
                boolean used = table.column(Field.ONE).get(first + at) != 0;
                long bytes = catalogue.bytes().of(image) * copies;
                own[at] += used ? bytes : 0;
                unattributed += used ? 0 : bytes;
                addUnknownLayers(image, used ? at : NOBODY, copies);
            }
        }
    }

    private void addUnknownLayers(int image, int at, long copies) {
        long ofApplications = catalogue.unknownOfApplications().of(image);
        long ofBinaries = catalogue.unknown().of(image) - ofApplications;
        gapped.addOwn(at, Category.BINARIES, ofBinaries * copies);
        gapped.addOwn(at, Category.APPLICATION, ofApplications * copies);
    }

    /** Counts of what is unknown, by kind; a count belongs to all users of a range alike. */
    private static final class Gapped {
        private static final Category[] CATEGORIES = Category.values();

        private static final long[] NONE = {};

        private final long[][] counts = new long[CATEGORIES.length][];
        private final long[][] ownCounts = new long[CATEGORIES.length][];
        private final long[] unattributed = new long[CATEGORIES.length];
        private int size;
        private boolean any;

        Gapped() {
            Arrays.fill(counts, NONE);
        }

        void begin(int rows) {
            size = rows;
            if (any) {
                Arrays.fill(counts, NONE);
                Arrays.fill(unattributed, 0);
            }
            any = false;
        }

        boolean isAny() {
            return any;
        }

        void addOwn(int at, Category category, long count) {
            if (count == 0) {
                return;
            }
            if (at == NOBODY) {
                any = true;
                unattributed[Amounts.index(category)] += count;
                return;
            }
            rows(category);
            ownCounts[Amounts.index(category)][at] += count;
        }

        void add(Category category, long count, int from, int to, long[] usersBefore) {
            if (usersBefore[from] == usersBefore[to]) {
                addOwn(NOBODY, category, count);
                return;
            }
            long[] rows = rows(category);
            rows[from] += count;
            rows[to] -= count;
        }

        private long[] rows(Category category) {
            any = true;
            long[] rows = counts[Amounts.index(category)];
            if (rows.length == 0) {
                rows = new long[size + 1];
                counts[Amounts.index(category)] = rows;
                ownCounts[Amounts.index(category)] = new long[size];
            }
            return rows;
        }

        void end(int rows, long[] weights) {
            for (int category = 0; any && category < counts.length; category++) {
                long[] ranges = counts[category];
                long count = 0;
                for (int at = 0; ranges.length > 0 && at < rows; at++) {
                    count += ranges[at];
                    ownCounts[category][at] += weights[at] == 0 ? 0 : count;
                }
            }
        }

        long of(int at, Category category) {
            return counts[Amounts.index(category)].length == 0 ? 0 : ownCounts[Amounts.index(category)][at];
        }

        long unattributed(Category category) {
            return unattributed[Amounts.index(category)];
        }
    }
}
