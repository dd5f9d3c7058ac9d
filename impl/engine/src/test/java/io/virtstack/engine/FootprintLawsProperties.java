package io.virtstack.engine;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMultiset;
import com.google.common.collect.Lists;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;

import static org.assertj.core.api.Assertions.assertThat;

/** L1, L2, L13: footprints of separate machines are a commutative monoid, and copies are repeated combination. */
@Domain(StackDomain.class)
@Domain(DomainContext.Global.class)
class FootprintLawsProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    void nothingIsTheIdentity(@ForAll Hardware stack) {
        Footprint footprint = engine.footprint(stack);
        assertThat(footprint.plus(Footprint.nothing())).isEqualTo(footprint);
        assertThat(Footprint.nothing().plus(footprint)).isEqualTo(footprint);
        assertThat(engine.aggregate(ImmutableList.of()).footprint()).isEqualTo(Footprint.nothing());
    }

    @Property
    void combiningIsCommutative(@ForAll Hardware a, @ForAll Hardware b) {
        assertThat(engine.footprint(a).plus(engine.footprint(b)))
                .isEqualTo(engine.footprint(b).plus(engine.footprint(a)));
    }

    @Property
    void combiningIsAssociative(@ForAll Hardware a, @ForAll Hardware b, @ForAll Hardware c) {
        Footprint left = engine.footprint(a).plus(engine.footprint(b)).plus(engine.footprint(c));
        Footprint right = engine.footprint(a).plus(engine.footprint(b).plus(engine.footprint(c)));
        assertThat(left).isEqualTo(right);
    }

    @Property
    void aFleetCostsWhatItsMachinesCostTogether(@ForAll List<Hardware> fleet) {
        Footprint together = fleet.stream().map(engine::footprint).reduce(Footprint.nothing(), Footprint::plus);
        assertThat(engine.aggregate(fleet).footprint()).isEqualTo(together);
    }

    @Property
    void copiesAreRepeatedCombination(@ForAll Hardware stack, @ForAll @IntRange(min = 0, max = 5) int copies) {
        Footprint repeated =
                engine.aggregate(Collections.nCopies(copies, stack)).footprint();
        assertThat(engine.footprint(stack).times(copies)).isEqualTo(repeated);
        assertThat(engine.aggregate(ImmutableMultiset.copyOf(Collections.nCopies(copies, stack)))
                        .footprint())
                .isEqualTo(repeated);
    }

    @Property
    void theOrderOfMachinesIsIrrelevant(@ForAll List<Hardware> fleet) {
        for (Figure.Sum<?> figure : Figure.sums()) {
            assertThat(engine.aggregate(Lists.reverse(fleet)).byApplication(figure))
                    .isEqualTo(engine.aggregate(fleet).byApplication(figure));
        }
    }

    @Property
    void copiesUpToTheLargestNumberAreExactAndBeyondItAnError(@ForAll Hardware stack) {
        Footprint one = engine.footprint(stack);
        long largest = Figure.sums().stream()
                .flatMapToLong(figure -> largestNumbers(one.total(figure)))
                .max()
                .orElseThrow();
        if (largest > 1) {
            long most = Long.MAX_VALUE / largest;
            assertThat(one.times(most).total(Figure.DISK).amount())
                    .isEqualTo(one.total(Figure.DISK).amount() * most);
            assertThat(Outcome.of(() -> one.times(most + 1))).isEqualTo(new Outcome.Overflow<>());
        }
    }

    private static LongStream largestNumbers(Total<?> total) {
        return LongStream.concat(
                LongStream.of(total.amount()), total.gaps().stream().mapToLong(Gap::count));
    }
}
