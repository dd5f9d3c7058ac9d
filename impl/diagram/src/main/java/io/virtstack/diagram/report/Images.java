package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.LayerPath;

/** The images of all daemons. */
final class Images {
    private static final int MOST_PICTURES = 3;

    private Images() {}

    static ImmutableList<Content> of(MachineAnswers answers, ImmutableList<Hardware> machines) {
        if (!answers.isDefined(Figure.DISK)) {
            return ImmutableList.of(new Paragraph("Undefined while a store holds something of two sizes."));
        }
        ImmutableList<ImageUsage> images = answers.aggregation().images();
        if (images.isEmpty()) {
            return ImmutableList.of(new Paragraph("No daemon has an image."));
        }
        ImmutableList.Builder<Content> contents = ImmutableList.builder();
        contents.add(ImageTable.of(images));
        ImmutableSet.copyOf(machines).stream()
                .filter(machine -> hasImages(machine, images))
                .limit(MOST_PICTURES)
                .forEach(machine -> contents.add(Pictures.ofImageLayers(machine)));
        return contents.build();
    }

    private static boolean hasImages(Hardware machine, ImmutableList<ImageUsage> images) {
        LayerPath path = LayerPath.of(machine.name());
        return images.stream().anyMatch(image -> image.daemon().startsWith(path));
    }
}
