package io.virtstack.engine.comparison;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Change;
import io.virtstack.comparison.Comparison;
import io.virtstack.engine.Standing;
import io.virtstack.engine.oracle.Oracle;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Application;
import io.virtstack.layer.Hardware;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** S12: differences and ratios are those of the oracle's figures, per figure and per kind. */
@Domain(StackDomain.class)
class ComparisonProperties {
    private final AggregationEngine engine = AggregationEngine.create();

    @Property
    void eachFigureDiffersByTheOraclesArithmetic(@ForAll Hardware before, @ForAll Hardware after) {
        Comparison comparison = engine.compare(before, after);

        for (Figure<?> figure : Figure.all()) {
            assertFigure(comparison, figure, before, after);
        }
    }

    private static <Q> void assertFigure(Comparison comparison, Figure<Q> figure, Hardware before, Hardware after) {
        assertChange(
                comparison.change(figure),
                Oracle.footprint(ImmutableList.of(before)).find(figure),
                Oracle.footprint(ImmutableList.of(after)).find(figure));
    }

    @Property(tries = 300)
    void eachKindDiffersByTheOraclesArithmetic(@ForAll Hardware before, @ForAll Hardware after) {
        Comparison comparison = engine.compare(before, after);

        for (Figure.Sum<?> figure : Figure.sums()) {
            for (Category category : Category.values()) {
                assertKind(comparison, figure, category, before, after);
            }
        }
    }

    private static <Q> void assertKind(
            Comparison comparison, Figure.Sum<Q> figure, Category category, Hardware before, Hardware after) {
        assertChange(
                comparison.change(figure, category),
                Optional.of(Oracle.ofKind(ImmutableList.of(before), figure, category)),
                Optional.of(Oracle.ofKind(ImmutableList.of(after), figure, category)));
    }

    private static <Q> void assertChange(Change<Q> change, Optional<Total<Q>> before, Optional<Total<Q>> after) {
        assertThat(change.before()).isEqualTo(before);
        assertThat(change.after()).isEqualTo(after);
        boolean known = before.filter(Total::isExact).isPresent()
                && after.filter(Total::isExact).isPresent();
        assertThat(change.difference().isPresent()).isEqualTo(known);
        if (!known) {
            assertThat(change.ratio()).isEmpty();
            return;
        }
        BigInteger from = BigInteger.valueOf(before.orElseThrow().amount());
        BigInteger to = BigInteger.valueOf(after.orElseThrow().amount());
        assertThat(change.figure().amount(change.difference().orElseThrow()))
                .isEqualTo(to.subtract(from).longValueExact());
        assertThat(change.ratio().isPresent()).isEqualTo(from.signum() > 0 && to.signum() >= 0);
        change.ratio()
                .ifPresent(ratio -> assertThat(
                                BigInteger.valueOf(ratio.numerator()).multiply(from))
                        .isEqualTo(BigInteger.valueOf(ratio.denominator()).multiply(to)));
    }

    @Property
    void aStackDoesNotDifferFromItself(@ForAll Hardware stack) {
        Comparison comparison = engine.compare(stack, stack);

        for (Figure<?> figure : Figure.all()) {
            assertNoDifference(comparison.change(figure));
        }
        for (Figure.Sum<?> figure : Figure.sums()) {
            for (Category category : Category.values()) {
                assertNoDifference(comparison.change(figure, category));
            }
        }
        assertThat(comparison.sameApplications()).isTrue();
        assertThat(comparison.onlyBefore()).isEmpty();
        assertThat(comparison.onlyAfter()).isEmpty();
    }

    private static <Q> void assertNoDifference(Change<Q> change) {
        change.difference()
                .ifPresent(difference ->
                        assertThat(change.figure().amount(difference)).isZero());
        change.ratio().ifPresent(ratio -> assertThat(ratio.toString()).isEqualTo("1"));
    }

    @Property
    void applicationsDifferByTheirNumbers(@ForAll Hardware before, @ForAll Hardware after) {
        Comparison comparison = engine.compare(before, after);
        Map<String, Long> there = applications(before);
        Map<String, Long> here = applications(after);
        Set<String> names = new HashSet<>(there.keySet());
        names.addAll(here.keySet());

        assertThat(comparison.sameApplications()).isEqualTo(there.equals(here));
        for (String name : names) {
            long more = here.getOrDefault(name, 0L) - there.getOrDefault(name, 0L);
            assertThat(comparison.onlyAfter().getOrDefault(name, 0L)).isEqualTo(Math.max(more, 0));
            assertThat(comparison.onlyBefore().getOrDefault(name, 0L)).isEqualTo(Math.max(-more, 0));
        }
        assertThat(names)
                .containsAll(comparison.onlyBefore().keySet())
                .containsAll(comparison.onlyAfter().keySet());
    }

    private static Map<String, Long> applications(Hardware machine) {
        return Standing.all(machine)
                .filter(standing -> standing.layer() instanceof Application)
                .collect(Collectors.groupingBy(
                        standing -> {
                            Application application = (Application) standing.layer();
                            return application.version().isEmpty()
                                    ? application.name()
                                    : application.name() + " "
                                            + application.version().get();
                        },
                        Collectors.summingLong(Standing::copies)));
    }

    @Property
    void columnsAreAligned(@ForAll Hardware before, @ForAll Hardware after) {
        List<String> lines = engine.compare(before, after)
                .toString()
                .lines()
                .filter(line -> !line.startsWith("only "))
                .toList();
        String header = lines.get(0);

        assertThat(lines).allSatisfy(line -> assertThat(line).hasSameSizeAs(header));
        boolean sameName = before.name().equals(after.name());
        List<String> sides = sameName ? List.of("before", "after") : List.of(before.name(), after.name());
        for (String column : List.of(sides.get(0), sides.get(1), "difference", "ratio")) {
            int end = header.indexOf("   " + column) + 3 + column.length();
            assertThat(lines).allSatisfy(line -> {
                assertThat(line.charAt(end - 1)).isNotEqualTo(' ');
                assertThat(end == line.length() || line.startsWith("   ", end)).isTrue();
            });
        }
    }
}
