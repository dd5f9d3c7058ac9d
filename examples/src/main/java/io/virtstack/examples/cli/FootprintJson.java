package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virtstack.examples.ImageFootprint;
import io.virtstack.footprint.Footprint;
import io.virtstack.footprint.ImageUsage;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@link ImageFootprint} as JSON: exact figures in base units, for other programs. */
final class FootprintJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private FootprintJson() {}

    static String of(ImageFootprint footprint) {
        ObjectNode document = JSON.objectNode();
        document.set("containers", figures(footprint.containers().footprint()));
        document.set("virtualMachines", figures(footprint.virtualMachines().footprint()));
        ArrayNode images = document.putArray("images");
        footprint.containers().images().forEach(image -> images.add(image(image)));
        return document.toPrettyString();
    }

    /** {@return the figures of one side, with how many are unknown} */
    static ObjectNode figures(Footprint footprint) {
        ObjectNode figures = JSON.objectNode()
                .put("diskBytes", known(footprint.disk()))
                .put("logicalDiskBytes", known(footprint.logicalDisk()))
                .put("memoryBytes", known(footprint.memory()))
                .put("cpuMillis", known(footprint.cpu()))
                .put("operatingSystems", footprint.operatingSystems())
                .put("applications", footprint.applications());
        figures.putObject("unknown")
                .put("disk", footprint.disk().gapCount())
                .put("logicalDisk", footprint.logicalDisk().gapCount())
                .put("memory", footprint.memory().gapCount())
                .put("cpu", footprint.cpu().gapCount());
        return figures;
    }

    private static ObjectNode image(ImageUsage image) {
        return JSON.objectNode()
                .put("name", image.name())
                .put("layers", image.layers())
                .put("sizeBytes", known(image.size()))
                .put("uniqueBytes", bytes(image.unique()))
                .put("sharedBytes", bytes(image.shared()));
    }

    /** A total with gaps and no known part is nothing that is known: zero would be read as a figure. */
    private static @Nullable Long known(Total<?> total) {
        return total.amount() == 0 && !total.isExact() ? null : (Long) total.amount();
    }

    private static @Nullable Long bytes(Optional<DataSize> size) {
        return size.map(DataSize::bytes).orElse(null);
    }
}
