package io.virtstack.engine.live;

import io.virtstack.layer.Hardware;
import java.util.NavigableMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.Transformer;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsCollector;

/** L8: a live fleet is after each edit what a fresh aggregation says, and an edit with its inverse is none. */
class LiveFleetProperties {
    private static final int EDITS = 24;

    @Property(tries = 40)
    void editsAreFollowed(@ForAll("edits") ActionChain<Watched> edits) {
        edits.run().requireUnchangedSnapshots();
        requireAllWays("edit");
    }

    @Property(tries = 25)
    void anEditAndItsInverseAreNone(@ForAll("editsThereAndBack") ActionChain<Watched> edits) {
        edits.run();
        requireAllWays("there and back");
    }

    private static void requireAllWays(String label) {
        Statistics.label(label).coverage(checker -> {
            for (Watched.Way way : Watched.Way.values()) {
                checker.check(way).count(count -> count > 0);
            }
        });
    }

    @Provide
    Arbitrary<ActionChain<Watched>> edits() {
        return chains((watched, edit) -> collect("edit", watched.apply(edit)));
    }

    @Provide
    Arbitrary<ActionChain<Watched>> editsThereAndBack() {
        return chains((watched, edit) -> {
            NavigableMap<String, Hardware> before = watched.machines();
            Watched.Way way = watched.apply(edit);
            collect("there and back", way);
            if (way != Watched.Way.NO_SUCH_PLACE && way != Watched.Way.UNDEFINED) {
                watched.requireNone(edit, edit.inverse(before));
            }
        });
    }

    private interface Step {
        void run(Watched watched, Edit edit);
    }

    private static Arbitrary<ActionChain<Watched>> chains(Step step) {
        return ActionChain.startWith(Watched::new)
                .withAction((Action.Dependent<Watched>) watched -> LiveHosts.edits(watched.machines())
                        .map(edit -> Transformer.mutate(edit.toString(), now -> step.run(now, edit))))
                .withMaxTransformations(EDITS);
    }

    private static void collect(String label, Watched.Way way) {
        StatisticsCollector statistics = Statistics.label(label);
        statistics.collect(way);
    }
}
