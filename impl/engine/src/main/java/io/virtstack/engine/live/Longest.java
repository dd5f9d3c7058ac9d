package io.virtstack.engine.live;

import java.util.OptionalLong;

/** How many machines take how long, so that the longest is known when one goes. Immutable and safe for use by several threads. */
final class Longest {
    static final Longest NONE = new Longest(SortedTree.empty());

    private final SortedTree<Long, Integer> machines;

    private Longest(SortedTree<Long, Integer> machines) {
        this.machines = machines;
    }

    /** With one machine that takes another time. */
    Longest with(long before, long now) {
        if (before == now) {
            return this;
        }
        SortedTree<Long, Integer> changed = machines;
        if (before != Ready.NEVER) {
            changed = moved(changed, before, -1);
        }
        return new Longest(now == Ready.NEVER ? changed : moved(changed, now, 1));
    }

    private static SortedTree<Long, Integer> moved(SortedTree<Long, Integer> machines, long time, int by) {
        SortedTree.Node<Long, Integer> found = machines.neighbours(time).at();
        int count = found == null ? by : found.value() + by;
        return count == 0 ? machines.without(time) : machines.with(time, count);
    }

    OptionalLong longest() {
        SortedTree.Node<Long, Integer> last = machines.last();
        return last == null ? OptionalLong.empty() : OptionalLong.of(last.key());
    }
}
