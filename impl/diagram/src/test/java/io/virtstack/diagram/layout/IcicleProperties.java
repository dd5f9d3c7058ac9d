package io.virtstack.diagram.layout;

import io.virtstack.diagram.block.BlockKind;
import io.virtstack.diagram.block.ImageSlices;
import io.virtstack.diagram.block.Slice;
import io.virtstack.diagram.picture.ImageLayersPicture;
import io.virtstack.generators.Stacks;
import io.virtstack.layer.Hardware;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

class IcicleProperties {
    private static final Pattern NOT_DRAWN = Pattern.compile(", with (\\d+) over it that are not drawn$");
    private static final Pattern MORE = Pattern.compile("too small to draw (\\d+) more.*");

    @Provide
    Arbitrary<Hardware> stacks() {
        return Arbitraries.oneOf(Stacks.any(), Stacks.containersOnHost());
    }

    @Provide
    Arbitrary<Metrics> metrics() {
        return Arbitraries.of(Pixels.PIXELS, Cells.CELLS);
    }

    @Property
    void pictureIsSound(
            @ForAll("stacks") Hardware machine,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 1, max = 4) int times) {
        Scene scene = new ImageLayersPicture(machine.name(), ImageSlices.of(machine))
                .scene(metrics, times * metrics.readable());

        Placing.assertSound(scene, metrics);
        assertThat(scene.width()).isLessThanOrEqualTo(times * metrics.readable());
    }

    @Property
    void everySliceIsDrawnOrCounted(
            @ForAll("stacks") Hardware machine,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 30, max = 1600) int width) {
        Slice base = ImageSlices.of(machine).base();

        int found = 0;
        for (PlacedBlock block : IcicleLayout.place(base, metrics, width)) {
            Matcher more = MORE.matcher(block.description());
            Matcher notDrawn = NOT_DRAWN.matcher(block.description());
            found += block.kind() == BlockKind.MORE && more.matches() ? Integer.parseInt(more.group(1)) : 1;
            found += notDrawn.find() ? Integer.parseInt(notDrawn.group(1)) : 0;
        }

        assertThat(found).isEqualTo(base.count());
    }

    @Property
    void widthsAreBytes(
            @ForAll("stacks") Hardware machine,
            @ForAll("metrics") Metrics metrics,
            @ForAll @IntRange(min = 30, max = 1600) int width) {
        Slice base = ImageSlices.of(machine).base();
        List<PlacedBlock> placed = IcicleLayout.place(base, metrics, width);

        assertThat(placed.get(0).area().width()).isEqualTo(width);
        assertThat(placed).allMatch(block -> block.area().width() >= Math.min(width, metrics.visible()));
        Iterator<PlacedBlock> blocks = placed.iterator();
        assertWidths(base, 0, blocks.next().area(), blocks, Scale.of(base.bytes(), width), metrics);
        assertThat(blocks).isExhausted();
    }

    /**
     * What stands on a slice begins where it does, without gaps, and ends where its bytes end on the scale of all; only what is
     * together too narrow to be seen has no block.
     */
    private static void assertWidths(
            Slice slice, long offset, Area area, Iterator<PlacedBlock> blocks, Scale scale, Metrics metrics) {
        long end = offset + slice.above().stream().mapToLong(Slice::bytes).sum();
        long from = offset;
        for (Slice over : slice.above()) {
            long to = from + over.bytes();
            if (scale.at(to) - scale.at(from) < metrics.visible()) {
                break;
            }
            Area drawn = blocks.next().area();
            assertThat(drawn.x()).isEqualTo(scale.at(from));
            assertThat(drawn.right()).isEqualTo(scale.at(to)).isLessThanOrEqualTo(area.right());
            assertThat(drawn.bottom()).isEqualTo(area.y());
            assertWidths(over, from, drawn, blocks, scale, metrics);
            from = to;
        }
        if (scale.at(end) - scale.at(from) >= metrics.visible()) {
            Area rest = blocks.next().area();
            assertThat(rest.x()).isEqualTo(scale.at(from));
            assertThat(rest.right()).isEqualTo(scale.at(end));
        }
    }
}
