package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.engine.table.Field;

import static com.google.common.collect.ImmutableMap.toImmutableMap;

/** The rows from now on whose layers take room on disk. */
final class DiskRows {
    private static final ImmutableList<Part> LAYERS =
            ImmutableList.of(Part.HYPERVISOR, Part.GUEST_OS, Part.DOCKER_DAEMON, Part.BINARIES, Part.APPLICATION);

    private final RowWriter writer;
    private final ImmutableMap<Part, Integer> firsts;
    private final int firstApplication;
    private final int firstGroup;

    DiskRows(RowWriter writer) {
        this.writer = writer;
        this.firsts = LAYERS.stream()
                .collect(toImmutableMap(part -> part, part -> writer.rows(part).size()));
        this.firstApplication = writer.rows(Part.APPLICATION).size();
        this.firstGroup = writer.rows(Part.GROUP).size();
    }

    /** Lets them take none, because what they lie on counts as a whole. */
    void clear() {
        firsts.forEach((part, first) -> writer.rows(part).clearFrom(first, Field.DISK));
        writer.rows(Part.APPLICATION).clearFrom(firstApplication, Field.IMAGE_COPIES);
        writer.rows(Part.GROUP).clearFrom(firstGroup, Field.CONTAINER);
    }
}
