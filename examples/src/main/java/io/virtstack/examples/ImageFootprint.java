package io.virtstack.examples;

import com.google.common.collect.ImmutableList;
import io.virtstack.Aggregation;
import io.virtstack.AggregationEngine;
import io.virtstack.comparison.Comparison;
import io.virtstack.inventory.ImageReader;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.Hardware;
import io.virtstack.migration.Migration;
import java.io.PrintWriter;
import java.nio.file.Path;

/**
 * What real images cost: each as one container on a daemon that has them all, and each in a virtual machine of its own.
 *
 * <p>On the daemon images share the layers they have in common. In virtual machines nothing is shared, and each has an
 * operating system besides.
 */
public final class ImageFootprint {
    private final Hardware containers;
    private final Hardware virtualMachines;

    private ImageFootprint(Hardware containers, Hardware virtualMachines) {
        this.containers = containers;
        this.virtualMachines = virtualMachines;
    }

    /**
     * {@return the footprint of the images in some files}
     *
     * @param files archives and layouts
     * @param surroundings what the files do not tell
     * @throws io.virtstack.inventory.InventoryException if a file is no readable image archive or layout
     */
    public static ImageFootprint read(Iterable<Path> files, Surroundings surroundings) {
        ImageReader reader = ImageReader.create();
        ImmutableList.Builder<Binaries> images = ImmutableList.builder();
        for (Path file : files) {
            images.addAll(reader.read(file));
        }
        return of(images.build(), surroundings);
    }

    /**
     * {@return the footprint of some images}
     *
     * @param images each runs once
     * @param surroundings what the images do not tell
     */
    public static ImageFootprint of(Iterable<Binaries> images, Surroundings surroundings) {
        ImmutableList.Builder<Binaries> running = ImmutableList.builder();
        for (Binaries image : images) {
            running.add(image.withRuns(surroundings.application().withName(image.name())));
        }
        Hardware containers = Hardware.builder("containers")
                .runs(surroundings.hostOS().withRuns(surroundings.daemon().withRuns(running.build())))
                .build();
        Hardware virtualMachines = Migration.into(surroundings.hypervisor(), surroundings.guest())
                .virtualize(containers)
                .withName("virtual machines");
        return new ImageFootprint(containers, virtualMachines);
    }

    /** {@return the answers about the images as containers on one daemon} */
    public Aggregation containers() {
        return AggregationEngine.create().aggregate(containers);
    }

    /** {@return the answers about the images in a virtual machine each} */
    public Aggregation virtualMachines() {
        return AggregationEngine.create().aggregate(virtualMachines);
    }

    /** {@return the way from virtual machines to containers} */
    public Comparison comparison() {
        return AggregationEngine.create().compare(virtualMachines, containers);
    }

    /**
     * Prints what each image takes and shares, and both sides.
     *
     * @param out where to
     */
    public void print(PrintWriter out) {
        // Computed first: whatever fails, nothing is half printed.
        ImageTable images = ImageTable.of(containers().images());
        Comparison comparison = comparison();

        out.println("Images on one daemon, which stores each layer once:");
        out.println();
        out.println(images);
        out.println();
        out.println("Each image in a virtual machine of its own, and as one container each:");
        out.println();
        out.println(comparison.toRoundedString());
    }
}
