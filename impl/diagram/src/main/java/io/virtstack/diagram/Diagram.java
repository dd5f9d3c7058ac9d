package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.diagram.block.StackBlocks;
import io.virtstack.diagram.layout.Cells;
import io.virtstack.diagram.layout.Pixels;
import io.virtstack.diagram.picture.Picture;
import io.virtstack.diagram.picture.StackPicture;
import io.virtstack.diagram.picture.Totals;
import io.virtstack.diagram.svg.Raster;
import io.virtstack.diagram.svg.SvgWriter;
import io.virtstack.diagram.text.TextCanvas;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Hardware;

/** A picture of layers with their figures. */
public final class Diagram {
    private static final int WIDTH = 1600;

    private final Picture picture;

    private Diagram(Picture picture) {
        this.picture = picture;
    }

    public static Diagram of(Hardware machine) {
        return of(machine.name(), ImmutableList.of(machine));
    }

    public static Diagram of(String title, Iterable<Hardware> machines) {
        Footprint footprint = AggregationEngine.create().aggregate(machines).footprint();
        return new Diagram(new StackPicture(title, Totals.of(footprint), columns -> StackBlocks.of(machines, columns)));
    }

    public String svg() {
        return SvgWriter.write(picture.scene(Pixels.PIXELS, WIDTH));
    }

    public byte[] png(int width) {
        return Raster.png(picture.scene(Pixels.PIXELS, WIDTH), width);
    }

    public String mermaid() {
        return picture.mermaid();
    }

    public String text(int columns) {
        return TextCanvas.write(picture.scene(Cells.CELLS, columns - 1), false);
    }

    public String asciiText(int columns) {
        return TextCanvas.write(picture.scene(Cells.CELLS, columns - 1), true);
    }
}
