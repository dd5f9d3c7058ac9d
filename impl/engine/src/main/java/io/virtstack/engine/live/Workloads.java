package io.virtstack.engine.live;

import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Multiset;
import io.virtstack.layer.Layer;
import io.virtstack.quantity.OverflowException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a layer, each with the number of its copies. Immutable and safe for use by several threads. */
final class Workloads {
    private final HashTrie<Layer, Workload> copies;
    /** How many different ones have a running application. */
    private final int running;
    /** The rank of the next one: siblings of one name are told apart by which comes first. */
    private final long next;

    private Workloads(HashTrie<Layer, Workload> copies, int running, long next) {
        this.copies = copies;
        this.running = running;
        this.next = next;
    }

    static Workloads of(Multiset<? extends Layer> layers, Spot spot) {
        Workloads[] all = {new Workloads(HashTrie.empty(), 0, 0)};
        layers.forEachEntry((layer, count) -> all[0] = all[0].with(layer, count, spot.ready(layer)));
        return all[0];
    }

    private Workloads with(Layer layer, int count, Ready ready) {
        return new Workloads(
                copies.with(layer, new Workload(count, next, ready)),
                ready.isNothing() ? running : running + 1,
                next + 1);
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
        if (before == null) {
            return with(layer, more, spot.ready(layer));
        }
        if (count > 0) {
            Workload now = new Workload((int) count, before.rank(), before.ready());
            return new Workloads(copies.with(layer, now), running, next);
        }
        return new Workloads(copies.without(layer), before.ready().isNothing() ? running : running - 1, next);
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
        List<Ranked> ranked = new ArrayList<>();
        copies.forEach((layer, workload) -> ranked.add(new Ranked(workload.rank(), layer, workload.copies())));
        ranked.sort(Comparator.comparingLong(Ranked::rank));
        ImmutableMultiset.Builder<Layer> all = ImmutableMultiset.builder();
        ranked.forEach(one -> all.addCopies(one.layer(), one.copies()));
        return all.build();
    }

    private record Ranked(long rank, Layer layer, int copies) {}
}
