package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.virtstack.docker.DockerContainer;
import io.virtstack.docker.DockerImage;
import io.virtstack.docker.DockerReading;
import io.virtstack.examples.EngineFootprint;
import io.virtstack.quantity.DataSize;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An {@link EngineFootprint} as JSON, for other programs. */
final class EngineJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private EngineJson() {}

    static String of(EngineFootprint footprint) {
        DockerReading reading = footprint.reading();
        ObjectNode document = JSON.objectNode().put("imagesDiskBytes", bytes(reading.layersSize()));
        ArrayNode images = document.putArray("images");
        reading.images().forEach(image -> images.add(image(image)));
        ArrayNode containers = document.putArray("containers");
        reading.containers().forEach(container -> containers.add(container(container)));
        document.set("footprint", FootprintJson.figures(footprint.containers()));
        document.set("asVirtualMachines", FootprintJson.figures(footprint.virtualMachines()));
        ArrayNode notes = document.putArray("notes");
        reading.notes().forEach(notes::add);
        notes.add(footprint.assumption());
        return document.toPrettyString();
    }

    private static ObjectNode image(DockerImage image) {
        ObjectNode node = JSON.objectNode().put("id", image.id());
        ArrayNode tags = node.putArray("tags");
        image.tags().forEach(tags::add);
        return node.put("sizeBytes", bytes(image.size()))
                .put("sharedBytes", bytes(image.shared()))
                .put("uniqueBytes", bytes(image.unique()))
                .put("containers", image.containers());
    }

    private static ObjectNode container(DockerContainer container) {
        return JSON.objectNode()
                .put("id", container.id())
                .put("image", container.image().orElse(null))
                .put("writableBytes", bytes(container.writable()))
                .put("rootFsBytes", bytes(container.rootFs()))
                .put("memoryBytes", bytes(container.memory()));
    }

    private static @Nullable Long bytes(Optional<DataSize> size) {
        return size.map(DataSize::bytes).orElse(null);
    }
}
