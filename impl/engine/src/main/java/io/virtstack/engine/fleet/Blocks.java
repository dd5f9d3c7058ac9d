package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Progress;
import io.virtstack.fleet.Share;
import io.virtstack.footprint.Figure;
import io.virtstack.layer.Layer;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.BinaryOperator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ObjLongConsumer;
import java.util.stream.Stream;

/**
 * All machines of a fleet: blocks of regular ones, the others as values. Questions are answered block by block, by all
 * processors when there are many rows; sums are exact, so the answer does not depend on who added first.
 */
final class Blocks {
    /** Below it starting other threads costs more than they save. */
    private static final long ROWS_FOR_SEVERAL_THREADS = 300_000;

    /** How many blocks are split before their shares are told: enough for all threads, but not all shares at once. */
    private static final int BLOCKS_AHEAD = 16;

    private final ImmutableList<Block> blocks;
    private final Singles singles;
    private final Catalogue catalogue;
    private final ImmutableList<Layer> platforms;
    private final long rows;
    private final Progress progress;

    Blocks(
            ImmutableList<Block> blocks,
            Singles singles,
            Catalogue catalogue,
            ImmutableList<Layer> platforms,
            long rows,
            Progress progress) {
        this.blocks = blocks;
        this.singles = singles;
        this.catalogue = catalogue;
        this.platforms = platforms;
        this.rows = rows;
        this.progress = progress;
    }

    Blocks watchedBy(Progress watcher) {
        return new Blocks(blocks, singles, catalogue, platforms, rows, watcher);
    }

    Amounts sums(Figure.Sum<?> figure) {
        Sums sums = new Sums(figure, catalogue);
        return reduce(
                block -> sums.of(block, 0, block.hosts()),
                counter -> singles.sums(figure, counter),
                Blocks::together,
                new Amounts());
    }

    Longest longest(Figure.Longest<?> figure) {
        boolean warm = figure.equals(Figure.WARM_STARTUP);
        return reduce(
                block -> {
                    Longest longest = new Longest();
                    longest.add(block, warm);
                    return longest;
                },
                counter -> singles.reduce(single -> single.longest(warm), Blocks::together, new Longest(), counter),
                Blocks::together,
                new Longest());
    }

    Groups byHost(Figure.Sum<?> figure) {
        Sums sums = new Sums(figure, catalogue);
        return reduce(
                block -> {
                    Groups groups = new Groups();
                    for (int host = 0; host < block.hosts(); host++) {
                        groups.of(block.names().of(Part.HARDWARE, host)).add(sums.of(block, host, host + 1));
                    }
                    return groups;
                },
                counter -> singles.byHost(figure, counter),
                Blocks::together,
                new Groups());
    }

    Groups shares(Grouping grouping, Figure.Sum<?> figure) {
        return reduce(
                block -> shares(block, grouping, figure),
                counter -> singles.reduce(
                        single -> single.shares(grouping, figure), Blocks::together, new Groups(), counter),
                Blocks::together,
                new Groups());
    }

    private Groups shares(Block block, Grouping grouping, Figure.Sum<?> figure) {
        Groups groups = new Groups();
        HostShares shares = new HostShares(figure, catalogue);
        NameCache names = new NameCache(groups);
        for (int host = 0; host < block.hosts(); host++) {
            shares.split(block, host);
            long copies = block.copies(host);
            int first = block.start(Part.APPLICATION, host);
            for (int at = 0; at < shares.size(); at++) {
                if (block.isUsed(first + at)) {
                    shares.addShare(at, copies, names.of(block.names().label(grouping, first + at)));
                }
            }
            shares.addUnattributed(copies, groups.unattributed());
        }
        return groups;
    }

    Room room(Addition addition) {
        RoomSearch search = RoomSearch.of(addition, catalogue, platforms);
        return reduce(
                search::of,
                counter -> singles.reduce(single -> single.room(addition), Blocks::together, new Room(), counter),
                Blocks::together,
                new Room());
    }

    /** Tells all shares, in order and by the thread that asks, and returns what is unattributed. */
    <Q> Tally attribute(Figure.Sum<Q> figure, Consumer<? super Share<Q>> receiver) {
        Tally unattributed = new Tally();
        long done = 0;
        for (List<Block> some : Lists.partition(blocks, isLarge() ? BLOCKS_AHEAD : 1)) {
            List<BlockShares> shares = stream(some)
                    .map(block -> new BlockShares(block, new HostShares(figure, catalogue)))
                    .toList();
            for (int at = 0; at < some.size(); at++) {
                new RowShare<>(figure, some.get(at), shares.get(at)).tellAll(receiver);
                unattributed.add(shares.get(at).unattributed());
                done += some.get(at).hosts();
                report(done);
            }
        }
        for (SingleHost single : singles.hosts()) {
            single.tellAll(figure, receiver, unattributed);
            report(++done);
        }
        return unattributed;
    }

    /** Tells the utilisation of all machines, in order and by the thread that asks. */
    void utilisation(AdmissionRule rule, ObjLongConsumer<? super Utilisation> receiver) {
        BlockUse use = new BlockUse(rule, catalogue);
        long done = 0;
        for (Block block : blocks) {
            use.tellAll(block, receiver);
            done += block.hosts();
            report(done);
        }
        for (int single = 0; single < singles.size(); single++) {
            receiver.accept(
                    singles.utilisation(single, rule),
                    singles.hosts().get(single).copies());
            report(++done);
        }
    }

    private static Amounts together(Amounts some, Amounts more) {
        some.add(more);
        return some;
    }

    private static Longest together(Longest some, Longest more) {
        some.add(more);
        return some;
    }

    private static Groups together(Groups some, Groups more) {
        some.add(more);
        return some;
    }

    private static Room together(Room some, Room more) {
        some.add(more);
        return some;
    }

    private <T> T reduce(
            Function<Block, T> ofBlock, Function<Counter, T> ofSingles, BinaryOperator<T> together, T nothing) {
        Counter counter = new Counter(this::report);
        T sum = stream(blocks)
                .map(block -> counter.counting(ofBlock.apply(block), block.hosts()))
                .reduce(together)
                .map(result -> together.apply(nothing, result))
                .orElse(nothing);
        return together.apply(sum, ofSingles.apply(counter));
    }

    private boolean isLarge() {
        return rows > ROWS_FOR_SEVERAL_THREADS;
    }

    private Stream<Block> stream(List<Block> some) {
        return isLarge() ? some.parallelStream() : some.stream();
    }

    private void report(long done) {
        if (!progress.goesOn(done, OptionalLong.of(distinctHosts()))) {
            throw new CancellationException("cancelled after " + done + " of " + distinctHosts() + " machines");
        }
    }

    private long distinctHosts() {
        return blocks.stream().mapToLong(Block::hosts).sum() + singles.size();
    }
}
