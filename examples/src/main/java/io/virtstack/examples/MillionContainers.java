package io.virtstack.examples;

import com.google.common.collect.ImmutableList;
import io.virtstack.AggregationEngine;
import io.virtstack.capacity.AdmissionRule;
import io.virtstack.fleet.Fleet;
import io.virtstack.fleet.FleetSnapshot;
import io.virtstack.fleet.Grouping;
import io.virtstack.fleet.LiveFleet;
import io.virtstack.fleet.Progress;
import io.virtstack.footprint.Figure;
import io.virtstack.image.Digest;
import io.virtstack.image.Image;
import io.virtstack.image.ImageLayer;
import io.virtstack.layer.Application;
import io.virtstack.layer.Binaries;
import io.virtstack.layer.DockerDaemon;
import io.virtstack.layer.Hardware;
import io.virtstack.layer.HostOS;
import io.virtstack.layer.LayerPath;
import io.virtstack.machine.Storage;
import io.virtstack.quantity.DataSize;
import java.io.PrintWriter;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;

/** A data centre of a million containers: what it costs, who costs most, what still fits, and all of that while it changes. */
public final class MillionContainers {
    /** How many containers there are unless somebody says otherwise. */
    public static final int CONTAINERS = 1_000_000;

    /** Fewer would leave no host to drain. */
    public static final int FEWEST = 60;

    private static final int CONTAINERS_OF_A_HOST = 30;
    private static final int IMAGES = 500;
    private static final int BASES = 12;

    private MillionContainers() {}

    /**
     * Builds the data centre and asks it.
     *
     * @param containers how many, from {@link #FEWEST}
     * @param progress is told how many of the hosts are built
     * @param out where to print
     */
    public static void print(int containers, Progress progress, PrintWriter out) {
        ImmutableList<Binaries> images =
                IntStream.range(0, IMAGES).mapToObj(MillionContainers::image).collect(ImmutableList.toImmutableList());
        AggregationEngine engine = AggregationEngine.create();
        Fleet.Builder planned = engine.fleet("data centre");
        LiveFleet live = engine.liveFleet("data centre");
        Random random = new Random(1);
        int hosts = (containers + CONTAINERS_OF_A_HOST - 1) / CONTAINERS_OF_A_HOST;
        for (int host = 0; host < hosts; host++) {
            int onHost = Math.min(CONTAINERS_OF_A_HOST, containers - host * CONTAINERS_OF_A_HOST);
            Hardware stack = host(host, onHost, images, random);
            planned.add(stack);
            live.add(stack);
            progress.goesOn(host + 1L, OptionalLong.of(hosts));
        }

        Fleet fleet = planned.build();
        out.println(fleet);
        out.println(fleet.footprint());
        out.println();
        out.println("The images that take most, each with its part of the layers that it shares:");
        fleet.top(3, Grouping.IMAGE, Figure.DISK)
                .forEach(image -> out.printf(
                        "  %-12s %s%n", image.name(), image.total().value().toRoundedString()));
        out.println();
        out.println(fleet.capacity(images.get(0), AdmissionRule.standard()));

        LayerPath daemon = new LayerPath(ImmutableList.of("host-0", "debian", "docker"));
        out.println();
        printChange("Now", live.snapshot(), out);
        live.add(daemon, images.get(IMAGES - 1), 10);
        printChange("10 containers more on host-0", live.snapshot(), out);
        Hardware drained = live.remove("host-1");
        printChange(drained.name() + " drained", live.snapshot(), out);
    }

    private static void printChange(String what, FleetSnapshot now, PrintWriter out) {
        out.printf(
                "%-30s %d hosts, %d containers, %s disk, %s memory%n",
                what + ":",
                now.hosts(),
                now.footprint().containers(),
                now.total(Figure.DISK).value(),
                now.total(Figure.MEMORY).value());
    }

    private static Hardware host(int number, int containers, ImmutableList<Binaries> images, Random random) {
        DockerDaemon.Builder daemon =
                DockerDaemon.builder("docker").disk("300 MB").memory("80 MB").cpu("20m");
        for (int container = 0; container < containers; container++) {
            // Few images are in most containers, as everywhere: the square makes small numbers frequent.
            double uniform = random.nextDouble();
            daemon.runs(images.get((int) (uniform * uniform * IMAGES)));
        }
        return Hardware.builder("host-" + number)
                .cores(32)
                .memoryCapacity("128 GiB")
                .storage(Storage.ssd("1 TB"))
                .runs(HostOS.builder("debian")
                        .disk("700 MB")
                        .memory("180 MB")
                        .cpu("50m")
                        .runs(daemon.build())
                        .build())
                .build();
    }

    /** An image of two layers on one of a few bases, and the container that runs it. */
    private static Binaries image(int number) {
        Image image = Image.builder()
                .layer(layer("base " + number % BASES, 80_000_000L + number % BASES))
                .layer(layer("runtime " + number % 50, 120_000_000L))
                .layer(layer("service " + number, 1_000_000L * (1 + number % 40)))
                .build();
        Application application = Application.builder("service-" + number)
                .disk("0 B")
                .memory(DataSize.ofBytes(1_000_000L * (20 + number % 400)))
                .cpu("50m")
                .writable("2 MB")
                .build();
        return Binaries.builder("image-" + number)
                .image(image)
                .runs(application)
                .build();
    }

    private static ImageLayer layer(String content, long bytes) {
        return ImageLayer.builder(Digest.sha256(content))
                .storedSize(DataSize.ofBytes(bytes))
                .build();
    }
}
