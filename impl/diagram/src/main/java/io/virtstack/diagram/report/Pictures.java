package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.Diagram;
import io.virtstack.diagram.block.StackBlocks;
import io.virtstack.diagram.layout.Pixels;
import io.virtstack.diagram.layout.PlainText;
import io.virtstack.diagram.picture.StackPicture;
import io.virtstack.diagram.svg.SvgWriter;
import io.virtstack.layer.Hardware;

/** The pictures of reports. */
final class Pictures {
    /** As wide as the pictures of {@link Diagram}. */
    private static final int WIDTH = 1600;

    private Pictures() {}

    static ImmutableList<Content> ofMachines(String title, ImmutableList<Hardware> machines, Answers answers) {
        String svg = answers.undefined().isEmpty() ? Diagram.of(title, machines).svg() : withoutTotals(title, machines);
        return ImmutableList.of(new Drawing("What stands on what", svg));
    }

    /** There are no totals to draw, but the layers stand as they do. */
    private static String withoutTotals(String title, ImmutableList<Hardware> machines) {
        StackPicture picture = new StackPicture(
                title, ImmutableList.of("disk undefined"), columns -> StackBlocks.of(machines, columns));
        return SvgWriter.write(picture.scene(Pixels.PIXELS, WIDTH));
    }

    static Drawing ofComparison(Hardware before, Hardware after) {
        return new Drawing("Before and after", Diagram.compare(before, after).svg());
    }

    static Drawing ofDisk(Comparison comparison) {
        return new Drawing(
                "Disk by kind of layer", Diagram.diskByKind(comparison).svg());
    }

    static Drawing ofImageLayers(Hardware machine) {
        return new Drawing(
                "Image layers on " + PlainText.of(machine.name()) + ", as they are stored",
                Diagram.imageLayers(machine).svg());
    }
}
