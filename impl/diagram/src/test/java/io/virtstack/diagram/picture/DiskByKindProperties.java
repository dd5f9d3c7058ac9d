package io.virtstack.diagram.picture;

import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Change;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.layout.Cells;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.Pixels;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.Placing;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import io.virtstack.quantity.DataSize;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class DiskByKindProperties {
    private static final int IN_LEGEND = 2;

    @Provide
    Arbitrary<Hardware> stacks() {
        return Stacks.any();
    }

    @Provide
    Arbitrary<Metrics> metrics() {
        return Arbitraries.of(Pixels.PIXELS, Cells.CELLS);
    }

    @Property
    void pictureIsSound(
            @ForAll("stacks") Hardware before,
            @ForAll("stacks") Hardware after,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        Placing.assertSound(scene(before, after, metrics, times), metrics);
    }

    @Property
    void barsAreAsLongAsTheirFigures(
            @ForAll("stacks") Hardware before,
            @ForAll("stacks") Hardware after,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        List<Long> amounts = amounts(AggregationEngine.create().compare(before, after));

        List<PlacedBlock> bars = scene(before, after, metrics, times).blocks().stream()
                .skip(IN_LEGEND)
                .toList();

        assertThat(bars).hasSameSizeAs(amounts);
        long most = amounts.stream().mapToLong(Math::abs).max().orElse(0);
        for (int i = 0; i < bars.size(); i++) {
            for (int j = 0; j < bars.size(); j++) {
                BigInteger one = product(bars.get(i), amounts.get(j));
                BigInteger other = product(bars.get(j), amounts.get(i));
                // Each length is off by less than a unit, so what is compared is by no more than the largest amount
                // twice.
                assertThat(one.subtract(other).abs())
                        .isLessThanOrEqualTo(BigInteger.valueOf(most).shiftLeft(1));
            }
        }
    }

    @Property
    void whatIsUnknownIsSaid(@ForAll("stacks") Hardware before, @ForAll("stacks") Hardware after) {
        Comparison comparison = AggregationEngine.create().compare(before, after);
        String text = String.join(
                "\n",
                scene(before, after, Pixels.PIXELS, 2).texts().stream()
                        .map(shown -> shown.text())
                        .toList());

        boolean isExact = comparison.change(Figure.DISK).difference().isPresent();
        assertThat(text.contains("difference unknown")).isEqualTo(!isExact);
        assertThat(text.contains("unknown")).isEqualTo(!isExact);
    }

    private static BigInteger product(PlacedBlock bar, long amount) {
        return BigInteger.valueOf(bar.area().width()).multiply(BigInteger.valueOf(Math.abs(amount)));
    }

    /** Those that have a bar, in order. */
    private static List<Long> amounts(Comparison comparison) {
        List<Long> amounts = new ArrayList<>();
        add(comparison.change(Figure.DISK), amounts);
        for (Category category : Category.values()) {
            add(comparison.change(Figure.DISK, category), amounts);
        }
        return amounts;
    }

    private static void add(Change<DataSize> change, List<Long> amounts) {
        change.before().map(Total::amount).filter(amount -> amount != 0).ifPresent(amounts::add);
        change.after().map(Total::amount).filter(amount -> amount != 0).ifPresent(amounts::add);
    }

    private static Scene scene(Hardware before, Hardware after, Metrics metrics, int times) {
        Scene scene = new DiskByKindPicture(AggregationEngine.create().compare(before, after))
                .scene(metrics, times * metrics.readable());
        assertThat(scene.blocks().get(0).kind()).isEqualTo(BlockKind.BEFORE);
        assertThat(scene.blocks().get(1).kind()).isEqualTo(BlockKind.AFTER);
        return scene;
    }
}
