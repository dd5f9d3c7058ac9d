package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.catalogue.Catalogue;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Progress;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;

/** Turns machines into blocks of columns. */
public final class FleetBuilder implements Fleet.Builder {
    private static final int ROWS_OF_A_BLOCK = 1 << 16;
    private static final int HOSTS_OF_A_REPORT = 1 << 12;

    private final String name;
    private final String machines;
    private final BlockWriter writer = new BlockWriter();
    private final ImageNodes images = new ImageNodes();
    private final Platforms platforms = new Platforms();
    private final HostCompiler compiler = new HostCompiler(writer, images, platforms);
    private final List<Block> blocks = new ArrayList<>();
    private final List<SingleHost> singles = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private long hosts;
    private long rows;
    private long additions;
    private boolean built;

    /**
     * Creates a builder.
     *
     * @param name what the fleet is called
     */
    public FleetBuilder(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("fleet name '" + name + "' is blank; name the fleet");
        }
        this.name = name;
        this.machines = "number of machines of " + name;
    }

    @Override
    public Fleet.Builder add(Hardware host, long copies) {
        requireUnbuilt();
        if (copies < 0) {
            throw new IllegalArgumentException("copies " + copies + " is negative; state a number from 0");
        }
        if (copies == 0) {
            return this;
        }
        long newHosts = Exact.add(hosts, copies, machines);
        if (!compiler.compile(host, copies)) {
            requireCountable(host, copies);
            singles.add(new SingleHost(host, copies));
        }
        hosts = newHosts;
        additions++;
        if (writer.rowsInAll() >= ROWS_OF_A_BLOCK) {
            closeBlock();
        }
        if (additions % HOSTS_OF_A_REPORT == 0 && !progress.goesOn(additions, OptionalLong.empty())) {
            throw new CancellationException("cancelled after " + additions + " machines were added");
        }
        return this;
    }

    private static void requireCountable(Hardware host, long copies) {
        Rows all = Flattener.flatten(ImmutableList.of(host));
        for (int row = 0; row < all.size(); row++) {
            Exact.multiply(all.times(row), copies, "number of copies of " + all.layer(row));
        }
    }

    @Override
    public Fleet.Builder watchedBy(Progress watcher) {
        progress = watcher;
        return this;
    }

    @Override
    public Fleet build() {
        requireUnbuilt();
        built = true;
        closeBlock();
        Catalogue catalogue = images.catalogue();
        ImmutableList<Block> ordered =
                blocks.stream().map(block -> block.with(catalogue)).collect(ImmutableList.toImmutableList());
        blocks.clear();
        return new ColumnarFleet(
                name,
                hosts,
                new Blocks(
                        ordered,
                        new Singles(ImmutableList.copyOf(singles)),
                        catalogue,
                        platforms.layers(),
                        rows,
                        Progress.NONE));
    }

    private void closeBlock() {
        if (writer.hosts() > 0) {
            rows += writer.rowsInAll();
            blocks.add(writer.write(images.size()));
        }
    }

    private void requireUnbuilt() {
        if (built) {
            throw new IllegalStateException("fleet '" + name + "' is built already; take a new builder");
        }
    }
}
