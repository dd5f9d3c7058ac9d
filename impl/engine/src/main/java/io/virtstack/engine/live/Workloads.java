package io.virtstack.engine.live;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.OverflowException;
import org.jspecify.annotations.Nullable;

/** What stands on a layer, each with the number of its copies. Immutable and safe for use by several threads. */
final class Workloads {
    private final HashTrie<Layer, Workload> copies;
    /** How many different ones have a running application. */
    private final int running;

    private Workloads(HashTrie<Layer, Workload> copies, int running) {
        this.copies = copies;
        this.running = running;
    }

    static Workloads of(Multiset<? extends Layer> layers, Spot spot) {
        Workloads[] all = {new Workloads(HashTrie.empty(), 0)};
        layers.forEachEntry((layer, count) -> all[0] = all[0].with(layer, count, spot.ready(layer)));
        return all[0];
    }

    private Workloads with(Layer layer, int count, Ready ready) {
        return new Workloads(copies.with(layer, new Workload(count, ready)), ready.isNothing() ? running : running + 1);
    }

    @Nullable
    Workload get(Layer layer) {
        return copies.get(layer);
    }

    /** With copies of a layer added, or taken away if the number is negative. */
    Workloads plus(Layer layer, int more, Spot spot) {
        Workload before = copies.get(layer);
        long count = (before == null ? 0L : before.copies()) + more;
        if (count > Integer.MAX_VALUE) {
            throw new OverflowException("number of copies of " + layer + " on " + spot.path());
        }
        if (count < 0) {
            throw Site.tooFew(spot.path(), layer, more);
        }
        Ready ready = before == null ? spot.ready(layer) : before.ready();
        int runs = ready.isNothing() ? 0 : 1;
        return count == 0
                ? new Workloads(copies.without(layer), running - runs)
                : new Workloads(
                        copies.with(layer, new Workload((int) count, ready)),
                        before == null ? running + runs : running);
    }

    Ready ready(Layer layer) {
        Workload found = copies.get(layer);
        return found == null ? Ready.NOTHING : found.ready();
    }

    /** Whether any application runs here. */
    boolean run() {
        return running > 0;
    }

    /** When the slowest application here is ready. */
    Ready ready() {
        Ready[] slowest = {Ready.NOTHING};
        copies.forEach((layer, workload) -> slowest[0] = slowest[0].or(workload.ready()));
        return slowest[0];
    }

    ImmutableMultiset<Layer> asMultiset() {
        ImmutableMultiset.Builder<Layer> all = ImmutableMultiset.builder();
        copies.forEach((layer, workload) -> all.addCopies(layer, workload.copies()));
        return all.build();
    }
}
