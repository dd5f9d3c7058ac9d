package io.virtstack.diagram.report;

import com.google.common.collect.ImmutableList;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.layer.Hardware;

/** The images of all daemons. */
final class Images {
    private Images() {}

    static ImmutableList<Content> of(MachineAnswers answers, ImmutableList<Hardware> machines) {
        if (!answers.isDefined(Figure.DISK)) {
            return ImmutableList.of(new Paragraph("Undefined while a store holds something of two sizes."));
        }
        ImmutableList<ImageUsage> images = answers.aggregation().images();
        if (images.isEmpty()) {
            return ImmutableList.of(new Paragraph("No daemon has an image."));
        }
        return ImmutableList.of(ImageTable.of(images));
    }
}
