package io.virtstack.inventory.docker;

import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.document.Node;
import io.virtstack.inventory.document.TextDocuments;
import io.virtstack.inventory.source.Source;
import io.virtstack.quantity.DataSize;
import java.util.Optional;

/** What {@code GET /containers/{id}/stats} says of one moment. */
public final class ContainerStats {
    private ContainerStats() {}

    /**
     * {@return the memory that a container takes, without the part of the page cache that can be dropped at once; empty if it
     * does not run, or the engine cannot measure it}
     *
     * @param source the answer
     * @throws InventoryException if it is malformed
     */
    public static Optional<DataSize> memory(Source source) {
        return TextDocuments.of(source).stream().findFirst().flatMap(ContainerStats::memory);
    }

    private static Optional<DataSize> memory(Node stats) {
        Optional<Node> memory = stats.find("memory_stats");
        Optional<Long> usage = memory.flatMap(node -> node.find("usage"))
                .map(node -> node.wholeNumber(0, Long.MAX_VALUE))
                .filter(bytes -> bytes > 0);
        long droppable = memory.flatMap(ContainerStats::inactive)
                .map(node -> node.wholeNumber(0, Long.MAX_VALUE))
                .orElse(0L);
        return usage.map(bytes -> DataSize.ofBytes(droppable < bytes ? bytes - droppable : bytes));
    }

    /** The first is of control groups of version 1, where a container counts what is in groups below its own. */
    private static Optional<Node> inactive(Node memory) {
        return memory.path("stats", "total_inactive_file").or(() -> memory.path("stats", "inactive_file"));
    }
}
