package io.virtstack.diagram.picture;

import com.google.common.collect.ImmutableList;
import io.virtstack.diagram.block.Block;
import io.virtstack.diagram.block.ImageSlices;
import io.virtstack.diagram.block.ShortFigures;
import io.virtstack.diagram.layout.IcicleLayout;
import io.virtstack.diagram.layout.Metrics;
import io.virtstack.diagram.layout.PlacedBlock;
import io.virtstack.diagram.layout.Scene;
import io.virtstack.diagram.layout.SceneBuilder;
import io.virtstack.diagram.layout.StackLayout;
import io.virtstack.diagram.layout.TextStyle;
import io.virtstack.diagram.mermaid.Flowchart;
import java.util.List;

/** The image layers of a machine, as wide as their bytes, those that images share under all of them. */
public final class ImageLayersPicture implements Picture {
    private static final int WIDEST_IN_READABLE = 3;
    private static final int MOST_IN_MERMAID = 60;

    private final String title;
    private final ImageSlices slices;
    private final ImmutableList<String> figures;

    /**
     * @param machine what it is called
     * @param slices its image layers
     */
    public ImageLayersPicture(String machine, ImageSlices slices) {
        this.title = "Image layers of " + machine;
        this.slices = slices;
        this.figures = figures(slices);
    }

    private static ImmutableList<String> figures(ImageSlices slices) {
        ImmutableList.Builder<String> figures = ImmutableList.builder();
        String atLeast = slices.base().isExact() ? "" : "≥ ";
        long disk = slices.base().bytes();
        figures.add(ShortFigures.of(slices.images()) + (slices.images() == 1 ? " image" : " images"));
        figures.add("disk " + atLeast + ShortFigures.ofBytes(disk));
        figures.add(atLeast + ShortFigures.ofBytes(slices.bytesApart()) + " if nothing were shared");
        if (slices.base().isExact()) {
            figures.add("sharing saves " + ShortFigures.ofBytes(slices.bytesApart() - disk));
        } else {
            figures.add("what sharing saves is unknown");
            figures.add("layers of unknown size " + ShortFigures.of(slices.unknownLayers()));
        }
        if (slices.hasBlobs()) {
            figures.add("compressed blobs not included");
        }
        return figures.build();
    }

    @Override
    public Scene scene(Metrics metrics, int mostWidth) {
        int width = Math.min(mostWidth, WIDEST_IN_READABLE * metrics.readable());
        SceneBuilder scene = new SceneBuilder(metrics);
        scene.heading(0, width, title, figures);
        scene.space(metrics.gap() / 2);
        ImmutableList<PlacedBlock> placed = IcicleLayout.place(slices.base(), metrics, width);
        scene.blocks(placed, 0, scene.bottom() + SceneBuilder.height(placed));
        addUnknown(scene, metrics, width);
        return scene.build(title, String.join(", ", figures));
    }

    private void addUnknown(SceneBuilder scene, Metrics metrics, int width) {
        if (slices.unknown().isEmpty()) {
            return;
        }
        scene.space(metrics.gap());
        scene.text(0, scene.bottom(), width, "size unknown, not to scale", TextStyle.NAME);
        StackLayout strip = new StackLayout(unknown(StackLayout.columns(width, metrics)), metrics);
        ImmutableList<PlacedBlock> placed = strip.place(Math.min(width, strip.wantedWidth()));
        scene.blocks(placed, 0, scene.bottom() + SceneBuilder.height(placed));
    }

    private List<Block> unknown(int columns) {
        List<Block> all = slices.unknown();
        return all.size() <= columns
                ? all
                : ImmutableList.<Block>builder()
                        .addAll(all.subList(0, columns - 1))
                        .add(Block.more("size unknown", all.size() - columns + 1))
                        .build();
    }

    @Override
    public String mermaid() {
        return Flowchart.of(
                title + ": " + String.join(", ", figures),
                ImmutableList.of(slices.base().asBlock(MOST_IN_MERMAID)));
    }
}
