package io.virtstack.engine.live;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import java.util.Arrays;
import java.util.Objects;

/** Where the part of a figure that belongs to a kind of layer is kept: numbers below 64, so that a {@code long} is a set of them. */
final class Cell {
    private static final ImmutableList<Category> LAYERS = ImmutableList.of(
            Category.HOST_OS, Category.HYPERVISOR, Category.DOCKER_DAEMON, Category.GUEST_OS, Category.APPLICATION);
    private static final ImmutableList<Category> DISKS = ImmutableList.<Category>builder()
            .addAll(LAYERS)
            .add(Category.BINARIES, Category.ALLOCATION_SLACK)
            .build();
    private static final ImmutableList<Category> DEMANDS = ImmutableList.<Category>builder()
            .addAll(LAYERS)
            .add(Category.OVERHEAD)
            .build();
    private static final ImmutableMap<Figure<?>, ImmutableList<Category>> CATEGORIES =
            ImmutableMap.<Figure<?>, ImmutableList<Category>>builder()
                    .put(Figure.DISK, DISKS)
                    .put(Figure.LOGICAL_DISK, DISKS)
                    .put(Figure.MEMORY, DEMANDS)
                    .put(Figure.CPU, DEMANDS)
                    .put(Figure.ALLOCATED_MEMORY, DEMANDS)
                    .put(Figure.ALLOCATED_CPU, DEMANDS)
                    .put(Figure.OPERATING_SYSTEMS, LAYERS)
                    .put(Figure.VIRTUAL_MACHINES, ImmutableList.of(Category.GUEST_OS))
                    .put(Figure.CONTAINERS, ImmutableList.of(Category.APPLICATION))
                    .put(Figure.APPLICATIONS, ImmutableList.of(Category.APPLICATION))
                    .put(Figure.STARTUP, LAYERS)
                    .put(Figure.WARM_STARTUP, LAYERS)
                    .buildOrThrow();
    private static final int NOWHERE = -1;
    private static final ImmutableMap<Figure<?>, int[]> INDEXES = indexes();

    /** How many there are. */
    static final int COUNT =
            CATEGORIES.values().stream().mapToInt(ImmutableList::size).sum();

    static final int IMAGES = of(Figure.DISK, Category.BINARIES);
    static final int APPLICATION_DISK = of(Figure.DISK, Category.APPLICATION);
    static final int LOGICAL_IMAGES = of(Figure.LOGICAL_DISK, Category.BINARIES);
    static final int LOGICAL_APPLICATION_DISK = of(Figure.LOGICAL_DISK, Category.APPLICATION);
    static final int MEMORY = of(Figure.MEMORY, Category.APPLICATION);
    static final int OVERHEAD_MEMORY = of(Figure.MEMORY, Category.OVERHEAD);
    static final int CPU = of(Figure.CPU, Category.APPLICATION);
    static final int OVERHEAD_CPU = of(Figure.CPU, Category.OVERHEAD);
    static final int ALLOCATED_MEMORY = of(Figure.ALLOCATED_MEMORY, Category.APPLICATION);
    static final int OUTER_OVERHEAD_MEMORY = of(Figure.ALLOCATED_MEMORY, Category.OVERHEAD);
    static final int ALLOCATED_CPU = of(Figure.ALLOCATED_CPU, Category.APPLICATION);
    static final int OUTER_OVERHEAD_CPU = of(Figure.ALLOCATED_CPU, Category.OVERHEAD);
    static final int MICRO_VMS = of(Figure.OPERATING_SYSTEMS, Category.DOCKER_DAEMON);
    static final int CONTAINERS = of(Figure.CONTAINERS, Category.APPLICATION);
    static final int APPLICATIONS = of(Figure.APPLICATIONS, Category.APPLICATION);
    static final int STARTUP = of(Figure.STARTUP, Category.APPLICATION);
    static final int WARM_STARTUP = of(Figure.WARM_STARTUP, Category.APPLICATION);

    private static final ImmutableMap<Figure<?>, Long> SETS = sets();

    private Cell() {}

    private static ImmutableMap<Figure<?>, int[]> indexes() {
        ImmutableMap.Builder<Figure<?>, int[]> indexes = ImmutableMap.builder();
        int next = 0;
        for (Figure<?> figure : Figure.all()) {
            int[] ofFigure = new int[Category.values().length];
            Arrays.fill(ofFigure, NOWHERE);
            for (Category category : categories(figure)) {
                ofFigure[index(category)] = next;
                next++;
            }
            indexes.put(figure, ofFigure);
        }
        return indexes.buildOrThrow();
    }

    @SuppressWarnings("EnumOrdinal") // an array by kind is read for each line of a ledger
    private static int index(Category category) {
        return category.ordinal();
    }

    /** The kinds of layers that a figure can have a part of. */
    static ImmutableList<Category> categories(Figure<?> figure) {
        return Objects.requireNonNull(CATEGORIES.get(figure));
    }

    static int of(Figure<?> figure, Category category) {
        int cell = Objects.requireNonNull(INDEXES.get(figure))[index(category)];
        if (cell == NOWHERE) {
            throw new IllegalStateException(figure + " has no part of " + category);
        }
        return cell;
    }

    /** All cells of a figure as a set. */
    static long set(Figure<?> figure) {
        return Objects.requireNonNull(SETS.get(figure));
    }

    private static ImmutableMap<Figure<?>, Long> sets() {
        ImmutableMap.Builder<Figure<?>, Long> sets = ImmutableMap.builder();
        for (Figure<?> figure : Figure.all()) {
            long set = 0;
            for (Category category : categories(figure)) {
                set |= 1L << of(figure, category);
            }
            sets.put(figure, set);
        }
        return sets.buildOrThrow();
    }
}
