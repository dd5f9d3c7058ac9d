package io.virtstack.examples.cli;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import io.virtstack.AggregationEngine;
import io.virtstack.footprint.Footprint;
import io.virtstack.inventory.Inventory;
import io.virtstack.inventory.InventoryException;
import io.virtstack.inventory.InventoryFile;
import io.virtstack.inventory.InventoryNote;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.Layer;
import io.virtstack.layer.LayerKind;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code virtstack inventory}: what files say of machines, and what those cost. */
@Command(
        name = "inventory",
        sortOptions = false,
        description = {
            "What files of the real world say of machines, and what these cost: what Docker's commands print in JSON, compose"
                    + " files, Kubernetes manifests, libvirt domains, OVF descriptors, os-release, lscpu, lsblk, qemu-img"
                    + " info, image archives and layouts, and VirtStack's own JSON.",
            "",
            "Each file is recognised by what it holds. Files that are named together describe one machine together, and so do"
                    + " the files of one folder. What no file states is unknown; what had to be assumed is a note."
        })
final class InventoryCommand implements Callable<Integer> {
    private static final int REFUSED = 1;

    /** What is to be read. */
    static final class Place {
        @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files, and folders, which are walked.")
        private List<Path> paths = new ArrayList<>();

        @Option(
                names = "--this-machine",
                description = "The machine that this runs on, as its operating system sees it.")
        private boolean thisMachine;

        Inventory read() {
            return thisMachine ? Inventory.ofThisMachine() : Inventory.readEach(paths.toArray(new Path[0]));
        }
    }

    @ArgGroup(multiplicity = "1")
    private Place place = new Place();

    @Option(
            names = "--json",
            description =
                    "Everything as JSON, with figures as those of the command footprint: \"files\" by themselves, then"
                            + " \"footprint\" and \"notes\" of all of them together.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        Inventory inventory = place.read();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(InventoryJson.of(inventory));
        } else {
            print(inventory, out);
        }
        return inventory.files().stream().allMatch(InventoryFile::isRead) ? 0 : REFUSED;
    }

    /** {@return what all these machines cost together} */
    static Footprint footprint(Iterable<Hardware> machines) {
        AggregationEngine engine = AggregationEngine.create();
        Footprint together = Footprint.nothing();
        for (Hardware machine : machines) {
            together = together.plus(engine.footprint(machine));
        }
        return together;
    }

    static String name(LayerKind kind) {
        return Ascii.toLowerCase(kind.name()).replace('_', '-');
    }

    private static void print(Inventory inventory, PrintWriter out) {
        // Computed first: whatever fails, nothing is half printed.
        Footprint footprint = footprint(inventory.machines());
        for (InventoryFile file : inventory.files()) {
            out.println(shown(file.path() + ": "
                    + file.error().map(InventoryCommand::refused).orElseGet(() -> read(file))));
        }
        if (!inventory.notes().isEmpty()) {
            out.println();
            out.println("Assumed or left out:");
            inventory.notes().stream()
                    .map(InventoryNote::toString)
                    .map(InventoryCommand::shown)
                    .forEach(out::println);
        }
        out.println();
        switch (inventory.machines().size()) {
            case 0 -> out.println("There is no machine in what could be read.");
            case 1 -> print("What the machine costs:", footprint, out);
            default -> print("What the " + inventory.machines().size() + " machines cost together:", footprint, out);
        }
    }

    private static void print(String title, Footprint footprint, PrintWriter out) {
        out.println(title);
        out.println(footprint.equals(Footprint.nothing()) ? "nothing: no software is on it" : footprint);
    }

    private static String read(InventoryFile file) {
        String layers = file.layers().stream()
                .map(Layer::kind)
                .collect(Collectors.groupingBy(InventoryCommand::name, TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " × " + entry.getKey())
                .collect(Collectors.joining(", "));
        return file.kind().orElse("unknown") + (layers.isEmpty() ? "" : ", " + layers);
    }

    static String refused(InventoryException error) {
        return "refused: " + error.getMessage();
    }

    /** Names and texts of files must not forge lines. */
    static String shown(String line) {
        return CharMatcher.javaIsoControl().replaceFrom(line, '\uFFFD');
    }
}
