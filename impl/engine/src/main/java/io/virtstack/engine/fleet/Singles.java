package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.capacity.MachineUse;
import io.virtstack.engine.check.Capacities;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The machines of a fleet that are kept as values. A sum is computed once for each of them, when it is first asked for: it takes
 * a thousand times as long as from columns.
 */
final class Singles {
    /** Each is worth so much work that a few are enough for several threads. */
    private static final int HOSTS_FOR_SEVERAL_THREADS = 64;

    private final ImmutableList<SingleHost> hosts;
    /** By the position of the figure. Threads that ask at once may compute the same twice, but none waits for another. */
    private final AtomicReferenceArray<SingleSums> sums =
            new AtomicReferenceArray<>(Figure.sums().size());

    Singles(ImmutableList<SingleHost> hosts) {
        this.hosts = hosts;
    }

    ImmutableList<SingleHost> hosts() {
        return hosts;
    }

    int size() {
        return hosts.size();
    }

    Amounts sums(Figure.Sum<?> figure, Counter counter) {
        SingleSums each = each(figure, counter);
        Amounts all = new Amounts();
        for (int host = 0; host < hosts.size(); host++) {
            each.addTo(all, host, hosts.get(host).copies());
        }
        return all;
    }

    Groups byHost(Figure.Sum<?> figure, Counter counter) {
        SingleSums each = each(figure, counter);
        Groups groups = new Groups();
        for (int host = 0; host < hosts.size(); host++) {
            SingleHost single = hosts.get(host);
            Amounts amounts = new Amounts();
            each.addTo(amounts, host, single.copies());
            groups.of(single.host().name()).add(amounts);
        }
        return groups;
    }

    Utilisation utilisation(int host, AdmissionRule rule) {
        SingleHost single = hosts.get(host);
        return MachineUse.of(
                single.host().name(),
                rule,
                resource -> used(resource.figure(rule.accounting()), host),
                resource -> Capacities.of(single.host(), resource));
    }

    private <Q> Total<Q> used(Figure.Sum<Q> figure, int host) {
        Amounts amounts = new Amounts();
        each(figure, new Counter(done -> {})).addTo(amounts, host, 1);
        return amounts.total(figure, hosts.get(host).host().name());
    }

    private SingleSums each(Figure.Sum<?> figure, Counter counter) {
        int position = Figure.sums().indexOf(figure);
        SingleSums known = sums.get(position);
        if (known != null) {
            return counter.counting(known, hosts.size());
        }
        SingleSums computed = new SingleSums(
                stream().map(single -> counter.counting(single.sums(figure), 1)).toList());
        sums.set(position, computed);
        return computed;
    }

    /** Asks each machine, by all processors when there are many. */
    <T> T reduce(Function<SingleHost, T> ofEach, BinaryOperator<T> together, T nothing, Counter counter) {
        return stream()
                .map(single -> counter.counting(ofEach.apply(single), 1))
                .reduce(together)
                .map(result -> together.apply(nothing, result))
                .orElse(nothing);
    }

    private Stream<SingleHost> stream() {
        return hosts.size() > HOSTS_FOR_SEVERAL_THREADS ? hosts.parallelStream() : hosts.stream();
    }
}
