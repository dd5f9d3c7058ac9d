package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.Capacity;
import io.virtstack.capacity.Limit;
import io.virtstack.capacity.Resource;
import io.virtstack.engine.capacity.CapacitySearch;
import io.virtstack.engine.columns.Ledger;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.kernel.EqualShares;
import io.virtstack.engine.kernel.ReadyTimes;
import io.virtstack.engine.report.Report;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Share;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Demanding;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerPath;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * A machine that is kept as a value, and answered as a stack is.
 *
 * @param host the machine
 * @param copies how many there are
 */
record SingleHost(Hardware host, long copies) {
    private Rows rows() {
        return Flattener.flatten(ImmutableList.of(host));
    }

    /** The sums of one copy. */
    Amounts sums(Figure.Sum<?> figure) {
        Ledger ledger = new Report(rows()).ledgers().of(figure);
        Amounts amounts = new Amounts();
        for (int line = 0; line < ledger.size(); line++) {
            Category category = ledger.entry(line).category();
            amounts.known(category).add(ledger.amount(line), ledger.times(line));
            if (ledger.unknown(line)) {
                amounts.gaps(category).add(ledger.times(line));
            }
        }
        return amounts;
    }

    Room room(Addition addition) {
        Room room = new Room();
        List<ImmutableList<Layer>> ways = Places.first(host, addition.target());
        if (ways.isEmpty()) {
            room.addWithoutPlace(copies);
            return room;
        }
        Capacity least = ways.stream()
                .map(way -> CapacitySearch.at(way, addition.on(way.get(way.size() - 1)), addition.rule())
                        .answer())
                .min(Comparator.comparingInt(Capacity::copies))
                .orElseThrow();
        Set<Resource> binding = least.binding().stream().map(Limit::resource).collect(Collectors.toSet());
        room.add(least.copies(), binding, least.isAtMost(), copies);
        return room;
    }

    Longest longest(boolean warm) {
        Rows rows = rows();
        ReadyTimes times = ReadyTimes.of(rows, warm ? ReadyTimes.Floor.WARM : ReadyTimes.Floor.COLD);
        Longest longest = new Longest();
        times.longest().ifPresent(longest::add);
        for (int row = 0; row < rows.size(); row++) {
            boolean unknown = rows.layer(row) instanceof Demanding<?>
                    && times.startup(row).isEmpty();
            if (unknown && times.counts(row)) {
                longest.addGap(Category.of(rows.kind(row)), rows.times(row) * copies);
            }
        }
        return longest;
    }

    Groups shares(Grouping grouping, Figure.Sum<?> figure) {
        Groups groups = new Groups();
        tell(
                figure,
                groups.unattributed(),
                (rows, row, share) -> groups.of(label(grouping, rows, row)).add(share));
        return groups;
    }

    /** Tells all shares, and adds what is unattributed. */
    <Q> void tellAll(Figure.Sum<Q> figure, Consumer<? super Share<Q>> receiver, Tally unattributed) {
        tell(figure, unattributed, (rows, row, share) -> {
            LayerPath path = rows.path(row);
            receiver.accept(new SingleShare<>(
                    path,
                    host.name(),
                    label(Grouping.APPLICATION, rows, row),
                    label(Grouping.IMAGE, rows, row),
                    share.total(figure, path)));
        });
    }

    /** Receives the share of the copies on a row. */
    private interface RowReceiver {
        void accept(Rows rows, int row, Tally share);
    }

    private void tell(Figure.Sum<?> figure, Tally unattributed, RowReceiver receiver) {
        Rows rows = rows();
        Report report = new Report(rows);
        Ledger ledger = report.ledgers().of(figure);
        EqualShares shares = EqualShares.of(rows, ledger, report.ledgers().order());
        rows.applications().forEach(row -> {
            Tally share = new Tally();
            share.add(shares.share(row), copies);
            addGaps(ledger, shares.gaps(row), share);
            receiver.accept(rows, row, share);
        });
        unattributed.add(shares.unattributed(), copies);
        addGaps(ledger, shares.unattributedGaps(), unattributed);
    }

    private void addGaps(Ledger ledger, BitSet lines, Tally tally) {
        lines.stream().forEach(line -> tally.addGaps(ledger.entry(line).category(), ledger.times(line), copies));
    }

    private static String label(Grouping grouping, Rows rows, int row) {
        if (grouping == Grouping.APPLICATION) {
            Application application = (Application) rows.layer(row);
            return Names.label(application.name(), application.version().orElse(null));
        }
        Binaries binaries = (Binaries) rows.layer(rows.parent(row));
        return Names.label(binaries.name(), binaries.version().orElse(null));
    }

    /** A share that stays as it is. */
    private record SingleShare<Q>(LayerPath path, String host, String application, String image, Total<Q> total)
            implements Share<Q> {
        @Override
        public String name(Grouping grouping) {
            return switch (grouping) {
                case HOST -> host;
                case APPLICATION -> application;
                case IMAGE -> image;
            };
        }

        @Override
        public long amount() {
            return total.amount();
        }
    }
}
