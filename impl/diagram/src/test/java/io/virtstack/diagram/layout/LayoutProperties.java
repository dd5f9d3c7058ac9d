package io.virtstack.diagram.layout;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.StackBlocks;
import io.virtstack.diagram.picture.StackPicture;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** Where blocks and texts are, on every plane and in every width. */
class LayoutProperties {
    @Provide
    Arbitrary<List<Hardware>> machines() {
        return Stacks.fleet();
    }

    @Provide
    Arbitrary<Metrics> metrics() {
        return Arbitraries.of(Pixels.PIXELS, Cells.CELLS);
    }

    @Property
    void noBlockIsOverAnother(
            @ForAll("machines") List<Hardware> machines,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 1, max = 12) int times) {
        Scene scene = scene(machines, metrics, times);

        List<PlacedBlock> blocks = scene.blocks();
        for (int i = 0; i < blocks.size(); i++) {
            for (int j = i + 1; j < blocks.size(); j++) {
                Area one = blocks.get(i).area();
                Area other = blocks.get(j).area();
                assertThat(one.overlaps(other)).as("%s and %s", one, other).isFalse();
            }
        }
    }

    @Property
    void noTextLeavesItsBlockOrThePicture(
            @ForAll("machines") List<Hardware> machines,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 1, max = 12) int times) {
        Scene scene = scene(machines, metrics, times);

        Area all = new Area(0, 0, scene.width(), scene.height());
        assertThat(scene.width()).isLessThanOrEqualTo(times * metrics.readable());
        for (PlacedBlock block : scene.blocks()) {
            assertThat(all.contains(block.area())).as("%s in %s", block, all).isTrue();
            assertNothingIsOverAnother(block.texts());
            for (PlacedText text : block.texts()) {
                Area room = text.area();
                assertThat(metrics.width(text.text(), text.style())).isLessThanOrEqualTo(room.width());
                assertThat(room.x()).isGreaterThanOrEqualTo(block.area().x() + metrics.paddingLeft());
                assertThat(room.right()).isLessThanOrEqualTo(block.area().right() - metrics.paddingRight());
                assertThat(block.area().contains(room))
                        .as("%s in %s", text, block)
                        .isTrue();
            }
        }
        assertNothingIsOverAnother(scene.texts());
        for (PlacedText text : scene.texts()) {
            assertThat(all.contains(text.area())).as("%s in %s", text, all).isTrue();
            for (PlacedBlock block : scene.blocks()) {
                assertThat(block.area().overlaps(text.area())).isFalse();
            }
        }
    }

    private static void assertNothingIsOverAnother(List<PlacedText> texts) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                assertThat(texts.get(i).area().overlaps(texts.get(j).area())).isFalse();
            }
        }
    }

    private static Scene scene(List<Hardware> machines, Metrics metrics, int times) {
        return new StackPicture(
                        "machines",
                        ImmutableList.of("disk 1 GB", "a figure that is far too long for a narrow terminal"),
                        columns -> StackBlocks.of(machines, columns))
                .scene(metrics, times * metrics.readable());
    }
}
