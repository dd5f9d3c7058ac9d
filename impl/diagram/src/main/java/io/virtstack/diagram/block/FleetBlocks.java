package io.virtstack.diagram.block;

import com.google.common.collect.ImmutableList;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.footprint.Breakdown;
import io.virtstack.footprint.Category;
import io.virtstack.footprint.Figure;
import io.virtstack.footprint.Total;
import io.virtstack.quantity.DataSize;

/** All machines of a fleet as one tower: a block for each kind of layer, with what all layers of that kind cost. */
public final class FleetBlocks {
    /** From the ground up. */
    private static final ImmutableList<Category> ORDER = ImmutableList.of(
            Category.HOST_OS,
            Category.HYPERVISOR,
            Category.GUEST_OS,
            Category.DOCKER_DAEMON,
            Category.BINARIES,
            Category.APPLICATION,
            Category.ALLOCATION_SLACK,
            Category.OVERHEAD);

    private FleetBlocks() {}

    /** {@return the tower of a fleet} */
    public static Block of(Fleet fleet) {
        return of(fleet.hosts(), fleet.byKind(Figure.DISK), fleet.byKind(Figure.MEMORY));
    }

    /** {@return the tower of a live fleet at one moment} */
    public static Block of(FleetSnapshot fleet) {
        return of(fleet.hosts(), fleet.byKind(Figure.DISK), fleet.byKind(Figure.MEMORY));
    }

    private static Block of(long hosts, Breakdown<Category, DataSize> disk, Breakdown<Category, DataSize> memory) {
        ImmutableList<Block> above = ImmutableList.of();
        for (Category category : ORDER.reverse()) {
            Total<DataSize> itsDisk = disk.row(category);
            Total<DataSize> itsMemory = memory.row(category);
            if (isSomething(itsDisk) || isSomething(itsMemory)) {
                above = ImmutableList.of(block(category, itsDisk, itsMemory, above));
            }
        }
        String machines = ShortFigures.of(hosts) + (hosts == 1 ? " machine" : " machines");
        return new Block(
                BlockKind.HARDWARE,
                BlockKind.HARDWARE.label(),
                machines,
                1,
                ImmutableList.of(),
                ImmutableList.of(hosts + (hosts == 1 ? " machine" : " machines")),
                above);
    }

    private static boolean isSomething(Total<?> total) {
        return total.amount() != 0 || !total.isExact();
    }

    private static Block block(
            Category category, Total<DataSize> disk, Total<DataSize> memory, ImmutableList<Block> above) {
        BlockKind kind = BlockKind.of(category);
        boolean isLayer = kind != BlockKind.BEYOND_LAYERS;
        ImmutableList.Builder<String> figures = ImmutableList.builder();
        ImmutableList.Builder<String> details = ImmutableList.builder();
        for (Total<DataSize> total : ImmutableList.of(disk, memory)) {
            if (isSomething(total)) {
                figures.add(total.figure().label() + " " + ShortFigures.of(total));
                details.add(total.figure().label() + " " + total);
            }
        }
        return new Block(
                kind,
                isLayer ? "together" : kind.label(),
                isLayer ? kind.plural() : category.label(),
                1,
                figures.build(),
                details.build(),
                above);
    }
}
