package io.virtstack.engine.fleet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.engine.table.Field;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import java.util.Objects;

/**
 * A column that enters a figure. What the stores of daemons keep enters besides: see {@link Layers}.
 *
 * @param part the table
 * @param field the column
 * @param category the row of a breakdown by kind that it belongs to
 */
record Line(Part part, Field field, Category category) {
    private static final ImmutableMap<Figure.Sum<?>, ImmutableList<Line>> BY_FIGURE =
            ImmutableMap.<Figure.Sum<?>, ImmutableList<Line>>builder()
                    .put(Figure.DISK, ofDisk(Field.SLACK))
                    .put(Figure.LOGICAL_DISK, ofDisk(Field.LOGICAL_SLACK))
                    .put(Figure.MEMORY, ofKindsAnd(Field.MEMORY, Field.OVERHEAD_MEMORY))
                    .put(Figure.CPU, ofKindsAnd(Field.CPU, Field.OVERHEAD_CPU))
                    .put(Figure.ALLOCATED_MEMORY, ofKindsAnd(Field.ALLOCATED_MEMORY, Field.OUTER_OVERHEAD_MEMORY))
                    .put(Figure.ALLOCATED_CPU, ofKindsAnd(Field.ALLOCATED_CPU, Field.OUTER_OVERHEAD_CPU))
                    .put(
                            Figure.OPERATING_SYSTEMS,
                            ImmutableList.of(
                                    of(Part.HOST_OS, Field.SYSTEMS),
                                    of(Part.HYPERVISOR, Field.SYSTEMS),
                                    of(Part.GUEST_OS, Field.SYSTEMS),
                                    new Line(Part.APPLICATION, Field.SYSTEMS, Category.DOCKER_DAEMON)))
                    .put(Figure.VIRTUAL_MACHINES, ImmutableList.of(of(Part.GUEST_OS, Field.ONE)))
                    .put(Figure.CONTAINERS, ImmutableList.of(of(Part.APPLICATION, Field.CONTAINER)))
                    .put(Figure.APPLICATIONS, ImmutableList.of(of(Part.APPLICATION, Field.ONE)))
                    .buildOrThrow();

    private static Line of(Part part, Field field) {
        return new Line(part, field, part.category());
    }

    private static ImmutableList<Line> ofKinds(Field field) {
        return ImmutableList.of(
                of(Part.HOST_OS, field),
                of(Part.HYPERVISOR, field),
                of(Part.GUEST_OS, field),
                of(Part.DOCKER_DAEMON, field),
                of(Part.APPLICATION, field));
    }

    private static ImmutableList<Line> ofDisk(Field slack) {
        return ImmutableList.<Line>builder()
                .addAll(ofKinds(Field.DISK))
                .add(new Line(Part.BINARIES, Field.DISK, Category.BINARIES))
                .add(new Line(Part.GUEST_OS, slack, Category.ALLOCATION_SLACK))
                .build();
    }

    private static ImmutableList<Line> ofKindsAnd(Field own, Field overhead) {
        return ImmutableList.<Line>builder()
                .addAll(ofKinds(own))
                .add(new Line(Part.GUEST_OS, overhead, Category.OVERHEAD))
                .add(new Line(Part.APPLICATION, overhead, Category.OVERHEAD))
                .build();
    }

    /** The columns that enter a figure. */
    static ImmutableList<Line> of(Figure.Sum<?> figure) {
        return Objects.requireNonNull(BY_FIGURE.get(figure));
    }
}
