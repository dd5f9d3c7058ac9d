package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import io.virtstack.engine.table.Field;
import io.virtstack.engine.table.RowBuffer;

/** The rows from now on whose layers take room on disk. One is made for each guest, so it is no more than a few numbers. */
final class DiskRows {
    private static final ImmutableList<Part> LAYERS =
            ImmutableList.of(Part.GUEST_OS, Part.HYPERVISOR, Part.DOCKER_DAEMON, Part.BINARIES, Part.APPLICATION);

    private final RowWriter writer;
    private final int[] firsts = new int[LAYERS.size()];
    private final int firstGroup;

    DiskRows(RowWriter writer) {
        this.writer = writer;
        for (int part = 0; part < firsts.length; part++) {
            firsts[part] = writer.rows(LAYERS.get(part)).size();
        }
        this.firstGroup = writer.rows(Part.GROUP).size();
    }

    /** Lets them take none, because what they lie on counts as a whole. */
    void clear() {
        for (int part = 0; part < firsts.length; part++) {
            RowBuffer rows = writer.rows(LAYERS.get(part));
            rows.clearFrom(firsts[part], Field.DISK);
            rows.clearFrom(firsts[part], Field.IMAGE_COPIES);
        }
        writer.rows(Part.GROUP).clearFrom(firstGroup, Field.CONTAINER);
    }
}
