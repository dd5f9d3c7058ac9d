package io.virtstack.engine.oracle;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Total;
import io.virtstack.layer.Hardware;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** What the engine must answer. */
public final class Oracle {
    private static final ImmutableMap<Figure.Sum<?>, Function<Place, Tally>> COSTS =
            ImmutableMap.<Figure.Sum<?>, Function<Place, Tally>>builder()
                    .put(Figure.DISK, place -> new NaiveDisk(true).machine(place))
                    .put(Figure.LOGICAL_DISK, place -> new NaiveDisk(false).machine(place))
                    .put(Figure.MEMORY, NaiveDemand::memory)
                    .put(Figure.CPU, NaiveDemand::cpu)
                    .put(Figure.ALLOCATED_MEMORY, NaiveDemand::allocatedMemory)
                    .put(Figure.ALLOCATED_CPU, NaiveDemand::allocatedCpu)
                    .put(Figure.OPERATING_SYSTEMS, NaiveDemand::operatingSystems)
                    .put(Figure.VIRTUAL_MACHINES, NaiveDemand::virtualMachines)
                    .put(Figure.CONTAINERS, NaiveDemand::containers)
                    .put(Figure.APPLICATIONS, NaiveDemand::applications)
                    .buildOrThrow();

    private Oracle() {}

    public static Footprint footprint(Iterable<Hardware> machines) {
        machines.forEach(machine -> checkCopies(Place.of(machine), BigInteger.ONE));
        ImmutableList.Builder<Total<?>> totals = ImmutableList.builder();
        Figure.sums().forEach(figure -> totals.add(tally(machines, figure).total(figure)));
        startup(machines, false).total(Figure.STARTUP).ifPresent(totals::add);
        startup(machines, true).total(Figure.WARM_STARTUP).ifPresent(totals::add);
        return Footprint.of(totals.build());
    }

    public static <Q> Total<Q> ofKind(Iterable<Hardware> machines, Figure.Sum<Q> figure, Category category) {
        return tally(machines, figure).total(figure, category);
    }

    private static Tally tally(Iterable<Hardware> machines, Figure.Sum<?> figure) {
        return StreamSupport.stream(machines.spliterator(), false)
                .map(machine -> COSTS.get(figure).apply(Place.of(machine)))
                .reduce(new Tally(), Tally::plus);
    }

    private static NaiveStartup startup(Iterable<Hardware> machines, boolean warm) {
        return StreamSupport.stream(machines.spliterator(), false)
                .map(machine -> NaiveStartup.of(Place.of(machine), warm))
                .reduce(NaiveStartup::slower)
                .orElseGet(
                        () -> NaiveStartup.of(Place.of(Hardware.builder("none").build()), warm));
    }

    /** The number of copies of every layer is a figure too. */
    private static void checkCopies(Place place, BigInteger copies) {
        Tally.exact(copies);
        place.children().forEach(child -> checkCopies(child, copies.multiply(BigInteger.valueOf(child.count()))));
    }

    /** One key with two sizes, or one store of two kinds. */
    public static final class NoFigure extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
