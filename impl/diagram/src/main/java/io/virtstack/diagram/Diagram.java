package io.virtstack.diagram;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.comparison.Comparison;
import io.virtstack.diagram.block.FleetBlocks;
import io.virtstack.diagram.block.ImageSlices;
import io.virtstack.diagram.block.StackBlocks;
import io.virtstack.diagram.layout.Cells;
import io.virtstack.diagram.layout.Pixels;
import io.virtstack.diagram.picture.ComparisonPicture;
import io.virtstack.diagram.picture.DiskByKindPicture;
import io.virtstack.diagram.picture.ImageLayersPicture;
import io.virtstack.diagram.picture.Picture;
import io.virtstack.diagram.picture.StackPicture;
import io.virtstack.diagram.picture.Totals;
import io.virtstack.diagram.picture.UtilisationPicture;
import io.virtstack.diagram.svg.Raster;
import io.virtstack.diagram.svg.SvgWriter;
import io.virtstack.diagram.text.TextCanvas;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.footprint.Footprint;
import io.virtstack.layer.Hardware;

/**
 * A picture of layers with their figures: SVG, PNG, Mermaid or text, all from the same layout.
 *
 * <p>Layers are blocks that stand on one another as the model says. Equal layers beside one another are one block with a number
 * of copies. On a daemon, image layers that several images begin with are one block under all of them. A figure that nobody
 * stated reads unknown, and a total that it would enter "≥". Figures in blocks are short; the exact ones are in the
 * descriptions that SVG has for each block. What does not fit is summarised and says so: a picture has a bound, however many
 * layers there are.
 *
 * <p>The totals are those of {@link AggregationEngine#create()}: the engine has to be there at run time. Names are shown as
 * plain text in every output, whatever they contain: no markup, no control characters, no changes of direction.
 *
 * <p>Equal input gives equal pictures, byte by byte; PNG apart, which depends on the fonts of the machine. Immutable and safe
 * for use by several threads.
 */
public final class Diagram {
    /** As wide as most screens; wider pictures are summarised. */
    private static final int PIXELS = 1600;

    private static final int FEWEST_COLUMNS = 30;
    private static final int MOST_COLUMNS = 1000;
    private static final int MOST_PIXELS = 16_384;

    private final Picture picture;

    private Diagram(Picture picture) {
        this.picture = picture;
    }

    /**
     * {@return a picture of a machine and what runs on it}
     *
     * @param machine a stack
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    public static Diagram of(Hardware machine) {
        return of(machine.name(), ImmutableList.of(machine));
    }

    /**
     * {@return a picture of machines side by side}
     *
     * @param title what they are called together
     * @param machines stacks
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    public static Diagram of(String title, Iterable<Hardware> machines) {
        ImmutableList<Hardware> drawn = ImmutableList.copyOf(machines);
        Footprint footprint = AggregationEngine.create().aggregate(drawn).footprint();
        return new Diagram(new StackPicture(title, Totals.of(footprint), columns -> StackBlocks.of(drawn, columns)));
    }

    /**
     * {@return a picture of a fleet: one block for each kind of layer, with what all layers of that kind cost together}
     *
     * @param fleet of any size
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    public static Diagram of(Fleet fleet) {
        ImmutableList<String> totals = Totals.of(fleet.footprint());
        return new Diagram(new StackPicture(fleet.name(), totals, columns -> ImmutableList.of(FleetBlocks.of(fleet))));
    }

    /**
     * {@return a picture of a live fleet at one moment: as that of a {@link Fleet}, from totals that are there already}
     *
     * @param fleet of any size
     * @throws io.virtstack.quantity.OverflowException if a figure of one kind of layer does not fit a {@code long}
     */
    public static Diagram of(FleetSnapshot fleet) {
        ImmutableList<String> totals = Totals.of(fleet.footprint());
        return new Diagram(new StackPicture(fleet.name(), totals, columns -> ImmutableList.of(FleetBlocks.of(fleet))));
    }

    /**
     * {@return a picture of two stacks side by side, with what changes from one to the other between them}
     *
     * @param before a stack
     * @param after what it becomes
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    public static Diagram compare(Hardware before, Hardware after) {
        return new Diagram(
                new ComparisonPicture(before, after, AggregationEngine.create().compare(before, after)));
    }

    /**
     * {@return a picture of the disk before and after a change: a pair of bars for all of it, and one for each kind of layer that
     * takes any, with their figures and the difference}
     *
     * <p>All bars are to one scale. Where figures are unknown, a bar shows what is known and goes on as "+ ?", its figure reads
     * "≥" with the number of unknown figures, and the difference is unknown. Sides of one name are told apart as before and after.
     *
     * @param comparison of two stacks or fleets
     * @throws io.virtstack.quantity.OverflowException if a difference does not fit a {@code long}
     */
    public static Diagram diskByKind(Comparison comparison) {
        return new Diagram(new DiskByKindPicture(comparison));
    }

    /**
     * {@return a picture of the images on a machine, and in machines on it, layer by layer as they are stored}
     *
     * <p>Layers that always come together are one block, as wide as its bytes with those of all layers stored over it: lower layers
     * are below, what several images share is one block under all of them, and the part of a block that nothing stands on is its
     * own. What an application adds to its image is a layer on top. The heading has the disk that all layers take and what is
     * saved by sharing. Blocks that would be too small to be seen are one together, which says how many they are.
     *
     * <p>Layers of unknown size are in a row of their own, not to scale; where there are any, the disk is "≥", and what sharing
     * saves is unknown. All sizes are of unpacked layers: the compressed blobs of a containerd store are not in them.
     *
     * @param machine a stack; each of its daemons has a store of its own, unless they share one by name
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds a layer of two sizes
     */
    public static Diagram imageLayers(Hardware machine) {
        // It is the engine that knows when a store contradicts itself.
        AggregationEngine.create().footprint(machine);
        return new Diagram(new ImageLayersPicture(machine.name(), ImageSlices.of(machine)));
    }

    /**
     * {@return a picture of how much is used of the machines of a fleet, under one rule}
     *
     * <p>Each machine counts by its most used resource: the one of which the largest share is used of what the rule admits. A strip
     * has the machines in the order of that share, dealt into up to a hundred cells, equally many into each. A cell has the colour
     * of the highest share in it, and says it in per cent, rounded down, after the letter of the resource: M memory, C CPU, D
     * disk. A table counts the machines by bands of the share, and by their most used resource.
     *
     * <p>Where a figure or a capacity is unknown, a machine is used at least by what is known: it is in the place of that, marked
     * "?", and counted in a column of its own. A machine that states no capacity at all is in no cell and counted as unknown.
     *
     * <p>Takes time by the number of different machines, and memory by none of it.
     *
     * @param fleet of any size
     * @param rule which figures count, and how much of a capacity they may take
     * @throws io.virtstack.quantity.OverflowException if a figure does not fit a {@code long}
     * @throws io.virtstack.violation.InvalidModelException if a store holds something of two sizes
     */
    public static Diagram utilisation(Fleet fleet, AdmissionRule rule) {
        return new Diagram(new UtilisationPicture(fleet, rule));
    }

    /**
     * {@return the picture as SVG}
     *
     * <p>It has a title and descriptions for readers of screens, takes light or dark colours as whoever looks at it prefers, and
     * holds no script and nothing from elsewhere. It begins with its root element, so that it can stand in HTML as it is.
     */
    public String svg() {
        return SvgWriter.write(picture.scene(Pixels.PIXELS, PIXELS));
    }

    /**
     * {@return the picture as PNG, in light colours}
     *
     * @param width in pixels, from 1 to 16,384; the height follows
     * @throws IllegalArgumentException if the width is out of range, or the picture would be higher than 16,384 pixels
     */
    public byte[] png(int width) {
        if (width < 1 || width > MOST_PIXELS) {
            throw new IllegalArgumentException(
                    "width " + width + " is out of range; state a number of pixels from 1 to " + MOST_PIXELS);
        }
        return Raster.png(picture.scene(Pixels.PIXELS, PIXELS), width, MOST_PIXELS);
    }

    /** {@return the picture as the source of a Mermaid diagram, as code hosts draw it} */
    public String mermaid() {
        return picture.mermaid();
    }

    /**
     * {@return the picture as lines of text with box-drawing characters, each ended by a line feed}
     *
     * @param columns how many characters fit on a line of the terminal, from 30
     * @throws IllegalArgumentException if there are fewer columns
     */
    public String text(int columns) {
        return text(columns, false);
    }

    /**
     * {@return the picture as lines of ASCII text, each ended by a line feed; what ASCII does not have is a question mark}
     *
     * @param columns how many characters fit on a line of the terminal, from 30
     * @throws IllegalArgumentException if there are fewer columns
     */
    public String asciiText(int columns) {
        return text(columns, true);
    }

    private String text(int columns, boolean ascii) {
        if (columns < FEWEST_COLUMNS) {
            throw new IllegalArgumentException(
                    columns + " columns are too few for a picture; there have to be " + FEWEST_COLUMNS);
        }
        // The edge of the last block takes a column of its own.
        int width = Math.min(columns, MOST_COLUMNS) - 1;
        return TextCanvas.write(picture.scene(Cells.CELLS, width), ascii);
    }
}
