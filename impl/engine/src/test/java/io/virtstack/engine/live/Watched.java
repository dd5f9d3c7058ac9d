package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.capacity.Accounting;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.capacity.Resource;
import io.virtstack.capacity.Utilisation;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.generators.Outline;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.OverflowException;
import io.virtstack.violation.InvalidModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** A live fleet beside a map of machines that is evaluated afresh after each edit. */
final class Watched {
    private static final String NAME = "all";
    private static final ImmutableList<AdmissionRule> RULES = ImmutableList.of(
            AdmissionRule.standard(),
            AdmissionRule.builder().accounting(Accounting.ALLOCATED).build());

    private final ColumnarEngine engine = new ColumnarEngine();
    private final PersistentFleet live = new PersistentFleet(NAME);
    private final List<Taken> taken = new ArrayList<>();
    private NavigableMap<String, Hardware> machines = new TreeMap<>();

    /** How an edit went. */
    enum Way {
        NO_SUCH_PLACE,
        UNDEFINED,
        WHOLE_HOST,
        REBUILT_HOST,
        PLACE
    }

    /** A snapshot with what it said when it was taken. */
    private record Taken(FleetSnapshot snapshot, Answers answers) {}

    NavigableMap<String, Hardware> machines() {
        return machines;
    }

    /** Edits both, and holds the fleet to what the oracle says. */
    Way apply(Edit edit) {
        Answers before = Answers.of(live.snapshot());
        taken.add(new Taken(live.snapshot(), before));
        Way way = tryOut(edit);
        if (way == Way.NO_SUCH_PLACE || way == Way.UNDEFINED) {
            assertThat(Answers.of(live.snapshot())).isEqualTo(before);
        } else {
            requireCurrent();
        }
        return way;
    }

    private Way tryOut(Edit edit) {
        NavigableMap<String, Hardware> after;
        try {
            after = edit.appliedTo(machines);
        } catch (OverflowException | InvalidModelException undefined) {
            return requireRejected(edit, Way.UNDEFINED, undefined.getClass());
        } catch (IllegalArgumentException impossible) {
            return requireRejected(edit, Way.NO_SUCH_PLACE, impossible.getClass());
        }
        try {
            for (Hardware host : after.values()) {
                Oracle.footprint(ImmutableList.of(host));
            }
            Oracle.footprint(after.values());
        } catch (OverflowException overflow) {
            return requireRejected(edit, Way.UNDEFINED, RuntimeException.class);
        } catch (Oracle.NoFigure contradiction) {
            return requireRejected(edit, Way.UNDEFINED, RuntimeException.class);
        }
        edit.applyTo(live);
        machines = after;
        return way(edit);
    }

    private Way way(Edit edit) {
        if (!(edit instanceof Edit.Copies copies)) {
            return Way.WHOLE_HOST;
        }
        LiveHost host = ((State) live.snapshot()).find(copies.place().names().get(0));
        return host != null && host.isPlaced() ? Way.PLACE : Way.REBUILT_HOST;
    }

    private Way requireRejected(Edit edit, Way way, Class<? extends RuntimeException> reason) {
        try {
            edit.applyTo(live);
        } catch (OverflowException | IllegalArgumentException rejected) {
            assertThat(rejected).isInstanceOf(reason);
            if (way == Way.NO_SUCH_PLACE) {
                assertThat(rejected).isNotInstanceOf(InvalidModelException.class);
            } else {
                assertThat(rejected).isInstanceOfAny(OverflowException.class, InvalidModelException.class);
            }
            return way;
        }
        return fail("%s was not rejected", edit);
    }

    /** L8: as a fresh aggregation of the machines. */
    private void requireCurrent() {
        FleetSnapshot now = live.snapshot();
        Footprint expected = Oracle.footprint(machines.values());
        for (Hardware host : machines.values()) {
            requireUseOf(host, now);
            Footprint alone = Oracle.footprint(ImmutableList.of(host));
            for (Figure.Sum<?> figure : Figure.sums()) {
                assertThat(brief(now.total(host.name(), figure)))
                        .as(() -> figure + " of " + Outline.of(host))
                        .isEqualTo(brief(alone, figure));
            }
        }
        for (Figure<?> figure : Figure.all()) {
            assertThat(brief(now.footprint(), figure)).as("%s", figure).isEqualTo(brief(expected, figure));
        }
        assertThat(Answers.of(now)).isEqualTo(Answers.of(fresh()));
        sameAsColumns(now);
    }

    /** What is used of a machine is what the engine says of it alone, gaps by number. */
    private void requireUseOf(Hardware host, FleetSnapshot now) {
        for (AdmissionRule rule : RULES) {
            Utilisation alone = engine.utilisation(host, rule);
            Utilisation live = now.utilisation(host.name(), rule).orElseThrow();
            for (Resource resource : Resource.values()) {
                assertThat(brief(Optional.of(live.use(resource).used())))
                        .as(() -> resource + " of " + Outline.of(host))
                        .isEqualTo(brief(Optional.of(alone.use(resource).used())));
                assertThat(live.use(resource).limit())
                        .isEqualTo(alone.use(resource).limit());
            }
        }
    }

    private FleetSnapshot fresh() {
        PersistentFleet fresh = new PersistentFleet(NAME);
        machines.descendingMap().values().forEach(fresh::add);
        return fresh.snapshot();
    }

    private void sameAsColumns(FleetSnapshot now) {
        Fleet.Builder builder = engine.fleet(NAME);
        machines.values().forEach(builder::add);
        Fleet columns = builder.build();
        assertThat(now.hosts()).isEqualTo(columns.hosts());
        assertThat(now.footprint()).isEqualTo(columns.footprint());
    }

    private static List<Long> brief(Footprint footprint, Figure<?> figure) {
        return brief(footprint.find(figure));
    }

    private static List<Long> brief(Optional<? extends Total<?>> total) {
        return total.map(known -> ImmutableList.of(known.amount(), known.gapCount()))
                .orElse(ImmutableList.of());
    }

    /** An inverse leaves all as it was before the edit, and the edit again as it was after. */
    void requireNone(Edit edit, Edit inverse) {
        Answers before = taken.get(taken.size() - 1).answers();
        Answers after = Answers.of(live.snapshot());
        apply(inverse);
        assertThat(Answers.of(live.snapshot())).isEqualTo(before);
        apply(edit);
        assertThat(Answers.of(live.snapshot())).isEqualTo(after);
    }

    /** Snapshots say what they said. */
    void requireUnchangedSnapshots() {
        taken.forEach(one -> assertThat(Answers.of(one.snapshot())).isEqualTo(one.answers()));
    }

    /** All that a snapshot says of its machines. */
    record Answers(
            long hosts,
            Footprint footprint,
            ImmutableList<Optional<Breakdown<Category, ?>>> kinds,
            ImmutableMap<String, ImmutableList<Total<?>>> totals,
            ImmutableList<Hardware> machines) {
        static Answers of(FleetSnapshot snapshot) {
            ImmutableList<Hardware> machines = snapshot.machines().collect(ImmutableList.toImmutableList());
            ImmutableMap.Builder<String, ImmutableList<Total<?>>> totals = ImmutableMap.builder();
            for (Hardware host : machines) {
                assertThat(snapshot.host(host.name())).contains(host);
                totals.put(
                        host.name(),
                        Figure.sums().stream()
                                .map(figure ->
                                        snapshot.total(host.name(), figure).orElseThrow())
                                .collect(ImmutableList.toImmutableList()));
            }
            return new Answers(
                    snapshot.hosts(),
                    snapshot.footprint(),
                    Figure.sums().stream()
                            .map(figure -> kinds(snapshot, figure))
                            .collect(ImmutableList.toImmutableList()),
                    totals.buildOrThrow(),
                    machines);
        }

        /** A part may be beyond a {@code long} where the whole is not. */
        private static Optional<Breakdown<Category, ?>> kinds(FleetSnapshot snapshot, Figure.Sum<?> figure) {
            try {
                return Optional.of(snapshot.byKind(figure));
            } catch (OverflowException beyond) {
                return Optional.empty();
            }
        }
    }
}
