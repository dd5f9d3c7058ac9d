package io.virtstack.diagram.block;

import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.footprint.Contribution;
import io.virtstack.footprint.Contribution.Basis;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Reason;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Slices are what the engine says that stores hold. */
class ImageSlicesProperties {
    @Provide
    Arbitrary<Hardware> stacks() {
        return Stacks.containersOnHost();
    }

    @Property
    void bytesAreThoseOfTheStores(@ForAll("stacks") Hardware machine) {
        List<Contribution> layers = storedLayers(machine);

        Slice base = ImageSlices.of(machine).base();

        assertThat(base.bytes())
                .isEqualTo(layers.stream().mapToLong(Contribution::total).sum());
        assertThat(base.isExact()).isEqualTo(layers.stream().noneMatch(layer -> layer.basis() == Basis.UNKNOWN));
    }

    @Property
    void unknownLayersAreThoseOfTheStores(@ForAll("stacks") Hardware machine) {
        ImageSlices slices = ImageSlices.of(machine);

        assertThat(slices.unknownLayers())
                .isEqualTo(storedLayers(machine).stream()
                        .filter(layer -> layer.basis() == Basis.UNKNOWN)
                        .mapToLong(Contribution::times)
                        .sum());
        assertThat(slices.unknown().isEmpty()).isEqualTo(slices.unknownLayers() == 0);
    }

    @Property
    void aSliceIsItsOwnBytesAndThoseOverIt(@ForAll("stacks") Hardware machine) {
        assertHolds(ImageSlices.of(machine).base());
    }

    private static void assertHolds(Slice slice) {
        long above = slice.above().stream().mapToLong(Slice::bytes).sum();
        assertThat(slice.bytes()).isGreaterThanOrEqualTo(above);
        assertThat(slice.count())
                .isEqualTo(1 + slice.above().stream().mapToInt(Slice::count).sum());
        assertThat(slice.above()).isSortedAccordingTo((one, other) -> Long.compare(other.bytes(), one.bytes()));
        slice.above().forEach(ImageSlicesProperties::assertHolds);
    }

    @Property
    void sharingSavesNothingWhereEachLayerIsInOneImage(@ForAll("stacks") Hardware machine) {
        ImageSlices slices = ImageSlices.of(machine);

        assertThat(slices.bytesApart()).isGreaterThanOrEqualTo(slices.base().bytes());
        assertThat(slices.bytesApart() > slices.base().bytes()).isEqualTo(isShared(slices.base()));
    }

    private static boolean isShared(Slice slice) {
        long above = slice.above().stream().mapToLong(Slice::bytes).sum();
        boolean itself = slice.block().label().startsWith("shared by ") && slice.bytes() > above;
        return itself || slice.above().stream().anyMatch(ImageSlicesProperties::isShared);
    }

    private static List<Contribution> storedLayers(Hardware machine) {
        Aggregation answers = AggregationEngine.create().aggregate(List.of(machine));
        return answers.explain(Figure.DISK).contributions().stream()
                .filter(line -> line.reason() == Reason.IMAGE_LAYER)
                .toList();
    }
}
