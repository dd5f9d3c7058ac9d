package io.virtstack.engine;

import io.virtstack.Aggregation;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Explanation;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;

import static org.assertj.core.api.Assertions.assertThat;

/** L5: whatever a sum is broken down by, the rows add up to it; and so do the lines of its explanation. */
@Domain(StackDomain.class)
class SumLawsProperties {
    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    void rowsByKindAddUpWithTheirGaps(@ForAll List<Hardware> fleet) {
        Aggregation answers = engine.aggregate(fleet);
        for (Figure.Sum<?> figure : Figure.sums()) {
            assertThat(answers.byKind(figure).total())
                    .isEqualTo(answers.footprint().total(figure));
        }
    }

    @Property
    void rowsByHostAddUpWithTheirGaps(@ForAll List<Hardware> fleet) {
        Aggregation answers = engine.aggregate(fleet);
        for (Figure.Sum<?> figure : Figure.sums()) {
            assertThat(answers.byHost(figure).total())
                    .isEqualTo(answers.footprint().total(figure));
        }
    }

    @Property
    void rowsByApplicationAndWhatIsUnattributedAddUp(@ForAll List<Hardware> fleet) {
        Aggregation answers = engine.aggregate(fleet);
        for (Figure.Sum<?> figure : Figure.sums()) {
            Breakdown<?, ?> shares = answers.byApplication(figure);
            assertThat(shares.total().amount())
                    .as("%s", figure)
                    .isEqualTo(answers.footprint().total(figure).amount());
        }
    }

    @Property
    void everyGapIsInTheRowOfSomebodyOrUnattributed(@ForAll Hardware stack) {
        Aggregation answers = engine.aggregate(stack);
        for (Figure.Sum<?> figure : Figure.sums()) {
            assertThat(answers.byApplication(figure).total().gaps())
                    .extracting(Gap::path, Gap::what)
                    .containsExactlyElementsOf(answers.footprint().total(figure).gaps().stream()
                            .map(gap -> org.assertj.core.groups.Tuple.tuple(gap.path(), gap.what()))
                            .toList());
        }
    }

    @Property
    void theLinesOfAnExplanationAddUp(@ForAll List<Hardware> fleet) {
        Aggregation answers = engine.aggregate(fleet);
        for (Figure<?> figure : Figure.all()) {
            assertAddsUp(answers, figure);
        }
    }

    private static <Q> void assertAddsUp(Aggregation answers, Figure<Q> figure) {
        Explanation<Q> explanation = answers.explain(figure);
        Optional<Total<Q>> total = answers.footprint().find(figure);
        assertThat(explanation.total())
                .as("%s", figure)
                .isEqualTo(total.map(Total::value).orElse(figure.quantity(0)));
        if (figure instanceof Figure.Sum) {
            assertThat(explanation.contributions().stream()
                            .filter(line -> line.basis() == Contribution.Basis.UNKNOWN)
                            .mapToLong(Contribution::times)
                            .sum())
                    .isEqualTo(total.orElseThrow().gapCount());
        }
    }
}
