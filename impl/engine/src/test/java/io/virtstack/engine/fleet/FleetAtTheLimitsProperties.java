package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.ColumnarEngine;
import io.virtstack.engine.flatten.Flattener;
import io.virtstack.engine.flatten.Rows;
import io.virtstack.engine.report.Report;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.Grouping;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Gap;
import io.virtstack.footprint.Total;
import io.virtstack.generators.StackDomain;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.OverflowException;
import io.virtstack.violation.InvalidModelException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.statistics.Statistics;

import static org.assertj.core.api.Assertions.assertThat;

/** L13 for fleets: a figure is exact or an error, however large it gets and whichever way it is asked for. */
class FleetAtTheLimitsProperties {
    private static final String MORE_GAPS_THAN_A_FLEET_COUNTS = "more gaps than a fleet counts";

    private final ColumnarEngine engine = new ColumnarEngine();

    @Property
    @Domain(StackDomain.NearOverflow.class)
    void nearTheLargestNumbers(@ForAll Hardware stack) {
        sameOutcomes(stack);
    }

    @Property
    @Domain(StackDomain.Conflicting.class)
    void onContradictions(@ForAll Hardware stack) {
        sameOutcomes(stack);
    }

    private void sameOutcomes(Hardware stack) {
        for (Figure.Sum<?> figure : Figure.sums()) {
            Object expected =
                    outcome(() -> countable(new Report(Flattener.flatten(ImmutableList.of(stack))).total(figure)));
            if (!expected.equals(MORE_GAPS_THAN_A_FLEET_COUNTS)) {
                assertThat(outcome(() -> fleet(stack, 1).total(figure).amount()))
                        .as("%s", figure)
                        .isEqualTo(expected);
            }
        }
    }

    /** A stack tells the gaps of each layer, a fleet those of all layers of a kind together. */
    private static long countable(Total<?> total) {
        long gaps = 0;
        for (Gap gap : total.gaps()) {
            if (gap.count() > Long.MAX_VALUE - gaps) {
                throw new IllegalStateException("more gaps than a fleet counts");
            }
            gaps += gap.count();
        }
        return total.amount();
    }

    @Property(tries = 300)
    void asManyMachinesAsAFigureAllows(@ForAll("busyHosts") Hardware host) {
        Fleet one = fleet(host, 1);
        for (Figure.Sum<?> figure : ImmutableList.of(Figure.DISK, Figure.LOGICAL_DISK, Figure.MEMORY, Figure.CPU)) {
            Total<?> total = one.total(figure);
            long largest = Math.max(largest(one, figure), mostCopies(host));
            boolean decides = largest == total.amount() && largest > 1;
            Statistics.collect(decides ? "the total decides" : "a share or a count decides");
            if (!decides) {
                continue;
            }
            long most = Long.MAX_VALUE / largest;
            Fleet allowed = fleet(host, most);
            assertThat(allowed.total(figure).amount()).isEqualTo(largest * most);
            assertThat(sumOfShares(allowed, figure)).isEqualTo(largest * most);
            assertThat(allowed.by(Grouping.APPLICATION, figure).total().amount())
                    .isEqualTo(largest * most);
            assertThat(allowed.by(Grouping.HOST, figure).total().amount()).isEqualTo(largest * most);
            assertThat(outcome(() -> fleet(host, most + 1).total(figure).amount()))
                    .isEqualTo("overflow");
            assertThat(outcome(() -> fleet(host, most + 1)
                            .by(Grouping.HOST, figure)
                            .total()
                            .amount()))
                    .isEqualTo("overflow");
        }
        Statistics.coverage(coverage -> coverage.check("the total decides").percentage(share -> share > 30));
    }

    @Provide
    Arbitrary<Hardware> busyHosts() {
        return BusyHosts.hosts();
    }

    private static long sumOfShares(Fleet fleet, Figure.Sum<?> figure) {
        AtomicLong sum = new AtomicLong();
        Total<?> unattributed = fleet.attribute(figure, share -> sum.addAndGet(share.amount()));
        return sum.get() + unattributed.amount();
    }

    /** The largest number that an answer about the figure has: some shares are negative, and others more than the total then. */
    private static long largest(Fleet one, Figure.Sum<?> figure) {
        Total<?> total = one.total(figure);
        LongStream.Builder all = LongStream.builder().add(total.amount());
        total.gaps().forEach(gap -> all.add(gap.count()));
        one.by(Grouping.APPLICATION, figure).rows().values().forEach(row -> {
            all.add(Math.abs(row.amount()));
            row.gaps().forEach(gap -> all.add(gap.count()));
        });
        Total<?> unattributed = one.attribute(figure, share -> all.add(Math.abs(share.amount())));
        return all.add(Math.abs(unattributed.amount())).build().max().orElseThrow();
    }

    private static long mostCopies(Hardware host) {
        Rows rows = Flattener.flatten(ImmutableList.of(host));
        return IntStream.range(0, rows.size()).mapToLong(rows::times).max().orElseThrow();
    }

    private Fleet fleet(Hardware host, long copies) {
        return engine.fleet("all").add(host, copies).build();
    }

    private static Object outcome(LongSupplier question) {
        try {
            return question.getAsLong();
        } catch (OverflowException beyond) {
            return "overflow";
        } catch (InvalidModelException contradiction) {
            return "contradiction";
        } catch (IllegalStateException tooManyGaps) {
            return MORE_GAPS_THAN_A_FLEET_COUNTS;
        }
    }
}
