package io.virtstack.benchmarks.programs;

import io.virtstack.benchmarks.contenders.CloudSimFleet;
import io.virtstack.benchmarks.contenders.VirtStackFleet;
import io.virtstack.benchmarks.data.ContainerFleet;
import io.virtstack.benchmarks.data.ContainerStacks;
import io.virtstack.benchmarks.data.Popularity;
import io.virtstack.benchmarks.data.Style;
import io.virtstack.benchmarks.data.VmFleet;
import io.virtstack.benchmarks.data.VmStacks;
import io.virtstack.benchmarks.report.MarkdownTable;
import io.virtstack.layer.Hardware;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openjdk.jol.info.GraphLayout;

import static io.virtstack.benchmarks.report.Samples.shown;

/**
 * What a compiled fleet keeps on the heap per container or virtual machine, with names and without.
 *
 * <p>Without: hosts share their names, one object each, and the arrays of references to names are not counted. What is left
 * are the columns, with the catalogue of images.
 */
public final class HeapPerContainer {
    private static final int CONTAINERS = 1_000_000;
    private static final int LEAST_PART = 100;
    private static final int VMS_OF_A_HOST = 50;

    private final MarkdownTable table =
            new MarkdownTable("what", "bytes each, names apart", "bar", "bytes each, with names");
    private final int count;

    private HeapPerContainer(int count) {
        this.count = count;
    }

    /** Measures; the argument divides the sizes. */
    public static void main(String[] arguments) {
        new HeapPerContainer(CONTAINERS / Math.min(LEAST_PART, Integer.parseInt(arguments[0]))).print();
    }

    private void print() {
        for (Style style : Style.values()) {
            ContainerFleet fleet = ContainerFleet.regular(count, Popularity.ZIPF, style);
            add(
                    "VirtStack, container, " + style.name().toLowerCase(Locale.ROOT),
                    style == Style.TEMPLATES ? "≤ 8" : "≤ 24",
                    () -> new ContainerStacks(fleet).withSharedNames().stream(),
                    () -> new ContainerStacks(fleet).stream());
        }
        VmFleet vms = new VmFleet(count / VMS_OF_A_HOST, VMS_OF_A_HOST);
        add(
                "VirtStack, VM",
                "≤ 60",
                () -> new VmStacks(vms).withSharedNames().stream(),
                () -> new VmStacks(vms).stream());
        addCloudSim(vms);
        System.out.println("### HeapPerContainer");
        System.out.println();
        table.print(System.out);
    }

    private void add(String what, String bar, Supplier<Stream<Hardware>> nameless, Supplier<Stream<Hardware>> named) {
        new VirtStackFleet(nameless.get()).disk();
        long before = Heap.usedBytes();
        VirtStackFleet columns = new VirtStackFleet(nameless.get());
        long bytes = Heap.usedBytes() - before - references(columns);
        before = Heap.usedBytes();
        VirtStackFleet all = new VirtStackFleet(named.get());
        long bytesWithNames = Heap.usedBytes() - before;
        if (all.disk() != columns.disk()) {
            throw new IllegalStateException("names changed the disk of " + what);
        }
        table.add(what, each(bytes), bar, each(bytesWithNames));
    }

    /** Arrays of references to names. */
    private static long references(Object fleet) {
        return GraphLayout.parseInstance(fleet).getClassSizes().count(String[].class);
    }

    private void addCloudSim(VmFleet vms) {
        CloudSimFleet.made(vms).sums();
        long before = Heap.usedBytes();
        CloudSimFleet cloudSim = CloudSimFleet.made(vms);
        long bytes = Heap.usedBytes() - before;
        table.add("CloudSim Plus, VM, with its part of " + cloudSim.hosts() + " hosts", "", "", each(bytes));
    }

    private String each(long bytes) {
        return shown((double) bytes / count);
    }
}
