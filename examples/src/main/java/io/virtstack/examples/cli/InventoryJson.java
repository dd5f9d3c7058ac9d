package io.virtstack.examples.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryFile;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;

/** An {@link Inventory} as JSON, for other programs. */
final class InventoryJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private InventoryJson() {}

    static String of(Inventory inventory) {
        ObjectNode document = JSON.objectNode();
        ArrayNode files = document.putArray("files");
        boolean alone = inventory.files().size() == 1;
        inventory.files().forEach(file -> files.add(file(file, alone ? inventory.machines() : machines(file))));
        document.set("notes", notes(inventory.notes()));
        document.set("footprint", FootprintJson.figures(InventoryCommand.footprint(inventory.machines())));
        return document.toPrettyString();
    }

    private static ObjectNode file(InventoryFile file, Iterable<Hardware> machines) {
        ObjectNode node = JSON.objectNode()
                .put("path", file.path().toString())
                .put("kind", file.kind().orElse(null))
                .put("status", file.isRead() ? "read" : "refused");
        ArrayNode layers = node.putArray("layers");
        file.layers().forEach(layer -> layers.add(layer(layer)));
        node.set("notes", notes(file.notes()));
        node.put("error", file.error().map(InventoryException::getMessage).orElse(null));
        if (file.isRead()) {
            node.set("footprint", FootprintJson.figures(InventoryCommand.footprint(machines)));
        } else {
            node.putNull("footprint");
        }
        return node;
    }

    /** {@return the machines that a file makes without the others} */
    private static ImmutableList<Hardware> machines(InventoryFile file) {
        return file.isRead() ? Inventory.readEach(file.path()).machines() : ImmutableList.of();
    }

    private static ObjectNode layer(Layer layer) {
        return JSON.objectNode()
                .put("kind", InventoryCommand.name(layer.kind()))
                .put("name", layer.name())
                .put("runs", layer.runs().size());
    }

    private static ArrayNode notes(Iterable<InventoryNote> notes) {
        ArrayNode array = JSON.arrayNode();
        for (InventoryNote note : notes) {
            array.add(JSON.objectNode()
                    .put("file", note.file().toString())
                    .put("line", note.line() > 0 ? note.line() : null)
                    .put("reason", note.reason()));
        }
        return array;
    }
}
