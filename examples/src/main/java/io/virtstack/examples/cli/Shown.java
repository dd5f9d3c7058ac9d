package io.virtstack.examples.cli;

import com.google.common.collect.ImmutableList;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryFile;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.Hardware;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What a command is to show: the machines of files, or a sample. */
final class Shown {
    private static final int REFUSED = 1;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files, and folders, which are walked: whatever the command inventory takes. Files that cannot be"
                            + " read are told on standard error, and the others are shown.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--sample",
            paramLabel = "NAME",
            description =
                    "Instead of files, the stacks of the command compare: virtual-machines, containers or comparison.")
    private Optional<Sample> sample = Optional.empty();

    Optional<Sample> sample() {
        return sample;
    }

    /** {@return what the files say; those that cannot be read are told to {@code err}} */
    Machines read(PrintWriter err) {
        Inventory inventory = Inventory.readEach(paths.toArray(new Path[0]));
        boolean complete = true;
        for (InventoryFile file : inventory.files()) {
            if (file.error().isPresent()) {
                complete = false;
                err.println("virtstack: "
                        + InventoryCommand.shown(file.path() + ": "
                                + InventoryCommand.refused(file.error().get())));
            }
        }
        ImmutableList<String> notes =
                inventory.notes().stream().map(InventoryNote::toString).collect(ImmutableList.toImmutableList());
        return new Machines(inventory.machines(), notes, complete ? 0 : REFUSED);
    }

    /**
     * What was read.
     *
     * @param machines those that could be read
     * @param notes what was assumed
     * @param exitCode whether everything could be read
     */
    record Machines(ImmutableList<Hardware> machines, ImmutableList<String> notes, int exitCode) {
        String title() {
            return machines.size() == 1 ? machines.get(0).name() : machines.size() + " machines";
        }

        boolean isEmpty() {
            return machines.isEmpty();
        }
    }
}
