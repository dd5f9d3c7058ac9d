package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.exact.WideSum;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.Table;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.Share;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.layer.LayerPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** The share of one row after the other. */
final class RowShare<Q> implements Share<Q> {
    private record Platform(Part part, int row, long depth) {}

    private final Figure.Sum<Q> figure;
    private final Block block;
    private final BlockShares shares;
    private int host;
    private int first;
    private int end;
    private int row;
    private boolean painted;
    private LayerPath[] platforms = new LayerPath[0];

    RowShare(Figure.Sum<Q> figure, Block block, BlockShares shares) {
        this.figure = figure;
        this.block = block;
        this.shares = shares;
    }

    /** Tells all shares. */
    void tellAll(Consumer<? super Share<Q>> receiver) {
        for (int at = 0; at < block.hosts(); at++) {
            tellAll(at, receiver);
        }
    }

    private void tellAll(int ofHost, Consumer<? super Share<Q>> receiver) {
        host = ofHost;
        painted = false;
        first = block.start(Part.APPLICATION, host);
        end = block.start(Part.APPLICATION, host + 1);
        for (row = first; row < end; row++) {
            if (block.isUsed(row)) {
                receiver.accept(this);
            }
        }
    }

    @Override
    public String name(Grouping grouping) {
        return grouping == Grouping.HOST
                ? block.names().of(Part.HARDWARE, host)
                : block.names().label(grouping, row);
    }

    @Override
    public long amount() {
        WideSum sum = new WideSum();
        sum.add(shares.amount(row), block.copies(host));
        return sum.toLong(() -> figure + " of " + path());
    }

    @Override
    public Total<Q> total() {
        Tally tally = new Tally();
        shares.addTo(row, block.copies(host), tally);
        return tally.total(figure, path());
    }

    @Override
    public LayerPath path() {
        if (!painted) {
            paint();
        }
        return new LayerPath(ImmutableList.<String>builder()
                .addAll(platforms[row - first].names())
                .add(block.names().binaries(row))
                .add(block.names().of(Part.APPLICATION, row))
                .build());
    }

    /** Gives each application the path of what its binaries stand on: lower layers first, those above them over that. */
    private void paint() {
        painted = true;
        if (platforms.length < end - first) {
            platforms = new LayerPath[2 * (end - first)];
        }
        Arrays.fill(platforms, 0, end - first, LayerPath.of(block.names().of(Part.HARDWARE, host)));
        List<Platform> all = new ArrayList<>();
        for (Part part : List.of(Part.HOST_OS, Part.HYPERVISOR, Part.GUEST_OS, Part.DOCKER_DAEMON)) {
            for (int below = block.start(part, host); below < block.start(part, host + 1); below++) {
                all.add(new Platform(
                        part, below, block.table(part).column(Field.DEPTH).get(below)));
            }
        }
        all.sort(Comparator.comparingLong(Platform::depth));
        all.forEach(this::paint);
    }

    private void paint(Platform platform) {
        Table table = block.table(platform.part());
        int from = (int) table.column(Field.FIRST).get(platform.row);
        int to = (int) table.column(Field.END).get(platform.row);
        if (from < to) {
            LayerPath path = new LayerPath(ImmutableList.<String>builder()
                    .addAll(platforms[from].names())
                    .add(block.names().of(platform.part(), platform.row))
                    .build());
            Arrays.fill(platforms, from, to, path);
        }
    }
}
